using System.Globalization;
using Research.Data.Audio.Wav;
using Research.Features.Sampling;

namespace Research.Experiments;

/// <summary>A few recordings for the report to play, with their spectrograms and what a model said of them.</summary>
/// <remarks>Of synthesised data only: other people's recordings are never redistributed.</remarks>
internal static class Listening
{
    private const string Sounds = "listening";
    private const string Spectra = "listening-spectra";
    private const int RateHz = 8000; // a telephone's: enough to hear what is meant, and small
    private const int Right = 2;

    /// <summary>Whether recordings of a dataset may be played.</summary>
    public static bool May(DatasetRef data) => data is GeneratedDataset;

    /// <param name="says">Who hears what.</param>
    public static SpectrogramChart Chart(string says) =>
        new(Spectra, "Listen", says + " Two that it names right, and the first that it does not. Dark is loud.")
        {
            Panels = SpectrogramTable.Clip,
            Time = SpectrogramTable.Seconds,
            Lines = [],
            Sounds = Sounds,
        };

    /// <summary>The first two recordings of different classes that the model names right, and the first that it does not.</summary>
    /// <exception cref="ArgumentException">The data are not synthesised.</exception>
    public static ResultTable[] Tables(Dataset data, ClassPredictions heard)
    {
        if (!data.Synthetic)
        {
            throw new ArgumentException($"'{data.Id}' is not synthesised, so its recordings are not shown.", nameof(data));
        }

        var sounds = new ResultTable(
            Sounds,
            [
                .. Column.Texts(SpectrogramTable.Clip, "item", "truth", "heard"),
                Column.Number("certainty", 4),
                Column.Text(SpectrogramChart.Sound),
            ]
        );
        var clips = new List<(string, Waveform)>();
        foreach (int i in Chosen(heard))
        {
            Item item = data.Items.First(item => item.Id == heard.Items[i]);
            Waveform wave = RateChange.Of(item.Waveform, RateSettings.To(RateHz));
            (string truth, string said) = (heard.Classes[heard.Truth[i]], heard.Classes[heard.Predicted[i]]);
            double? certainty = heard.Probabilities?[i][heard.Predicted[i]];
            string clip = string.Create(CultureInfo.InvariantCulture, $"{truth}, heard as {said} {certainty:0.00}").TrimEnd();
            clips.Add((clip, wave));
            sounds.Add(clip, item.Id, truth, said, certainty, Convert.ToBase64String(WavWriter.BytesOf(wave)));
        }

        return [sounds, SpectrogramTable.Of(Spectra, clips)];
    }

    private static IEnumerable<int> Chosen(ClassPredictions heard)
    {
        int[] all = [.. Enumerable.Range(0, heard.Items.Count)];
        IEnumerable<int> right = all.Where(i => heard.Predicted[i] == heard.Truth[i]).DistinctBy(i => heard.Truth[i]).Take(Right);
        return right.Concat(all.Where(i => heard.Predicted[i] != heard.Truth[i]).Take(1));
    }
}
