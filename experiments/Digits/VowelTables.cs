using Research.Features.Voice;

namespace Research.Experiments.Digits;

/// <summary>The tables of the vowels: marked ones, found ones, tracks and a picture of each recording, and the truth where it is known.</summary>
internal static class VowelTables
{
    public static ResultTable Marks(IReadOnlyList<VowelMark> marks, Dictionary<string, VoiceTracks> voices)
    {
        var table = new ResultTable(
            "marks",
            [
                .. Column.Texts("document", "clip", "speaker", "vowel"),
                .. Column.Numbers(3, "from", "to"),
                Column.Number("ceiling", 0),
                .. Column.Numbers(3, VoiceTracks.Quantities),
            ]
        );
        foreach (VowelMark mark in marks)
        {
            double[] means = voices[mark.Recording].Means(mark.FromSeconds, mark.ToSeconds, mark.CeilingHz);
            table.Add([
                mark.Document,
                mark.Recording,
                mark.Speaker,
                mark.Vowel,
                mark.FromSeconds,
                mark.ToSeconds,
                mark.CeilingHz,
                .. means.Select(Optional),
            ]);
        }

        return table;
    }

    public static ResultTable Found(IEnumerable<FoundVowel> found)
    {
        var table = new ResultTable(
            "found",
            [
                .. Column.Texts("clip", "speaker", "vowel"),
                .. Column.Numbers(3, "from", "to"),
                .. Column.Numbers(3, VoiceTracks.Quantities),
            ]
        );
        foreach (FoundVowel item in found)
        {
            table.Add([item.Item.Id, item.Item.Group, item.Vowel, item.From, item.To, .. item.Means.Select(Optional)]);
        }

        return table;
    }

    /// <summary>What the code finds by itself beside what the documents published.</summary>
    public static ResultTable Compared(IEnumerable<FoundVowel> found, IReadOnlyList<PublishedVowel> published)
    {
        var table = new ResultTable(
            "compared",
            [
                .. Column.Texts("clip", "vowel", "document", "quantity"),
                .. Column.Numbers(3, "found", "published"),
                Column.Number("relative_difference", 4),
            ]
        );
        foreach (FoundVowel item in found)
        {
            foreach (
                PublishedVowel other in published.Where(other => other.Recording == item.Item.Id && other.Vowel == item.Vowel)
            )
            {
                for (int k = 0; k < VoiceTracks.Quantities.Count; k++)
                {
                    double apart = (item.Means[k] / other.Values[k]) - 1;
                    table.Add(
                        item.Item.Id,
                        item.Vowel,
                        other.Document,
                        VoiceTracks.Quantities[k],
                        Optional(item.Means[k]),
                        other.Values[k],
                        Optional(apart)
                    );
                }
            }
        }

        return table;
    }

    public static ResultTable Tracks(IEnumerable<VoiceTracks> voices, double ceilingHz)
    {
        var table = new ResultTable(
            "tracks",
            [Column.Text("clip"), Column.Number("seconds", 4), .. Column.Numbers(1, "pitch", "F1", "F2", "F3")]
        );
        foreach (VoiceTracks voice in voices)
        {
            FormantTrack formants = voice.Formants(ceilingHz);
            for (int t = 0; t < voice.Pitch.Times.Count; t++)
            {
                double seconds = voice.Pitch.Times[t];
                bool voiced = voice.Pitch.IsVoiced(t);
                table.Add([
                    voice.Item.Id,
                    seconds,
                    Optional(voice.Pitch.Hertz[t]),
                    .. Enumerable.Range(1, 3).Select(k => voiced ? Optional(formants.At(k, seconds)) : null),
                ]);
            }
        }

        return table;
    }

    public static ResultTable Spectrogram(IReadOnlyList<VoiceTracks> voices) =>
        SpectrogramTable.Of("spectrogram", [.. voices.Select(voice => (voice.Item.Id, voice.Item.Waveform))]);

    public static ResultTable Truth(IEnumerable<VoiceTracks> voices, double ceilingHz)
    {
        var table = new ResultTable(
            "truth",
            [
                .. Column.Texts("clip", "vowel", "quantity"),
                .. Column.Numbers(3, "true", "measured"),
                Column.Number("relative_error", 4),
            ]
        );
        string[] names = ["f0", "F1", "F2", "F3"];
        foreach ((VoiceTracks voice, Mark mark) in voices.SelectMany(voice => voice.Item.Marks.Select(mark => (voice, mark))))
        {
            double[] means = voice.Means(mark.StartSeconds, mark.EndSeconds, ceilingHz);
            for (int k = 0; k < names.Length; k++)
            {
                double truth = mark.Values[names[k]];
                table.Add(
                    voice.Item.Id,
                    mark.Label,
                    VoiceTracks.Quantities[k],
                    truth,
                    Optional(means[k]),
                    Optional((means[k] / truth) - 1)
                );
            }
        }

        return table;
    }

    private static object? Optional(double value) => double.IsNaN(value) ? null : value;
}
