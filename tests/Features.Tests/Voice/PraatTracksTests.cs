using System.Text.Json;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Features.Voice;
using Research.Tests;

namespace Research.Features.Tests.Voice;

// Oracle: Praat 6.3.07 by praat_tracks.praat, frame by frame; and the means of sixty more recordings.
public class PraatTracksTests
{
    [Fact]
    public void Pitch_tracks_are_Praats_frame_by_frame()
    {
        foreach (JsonElement item in Recordings("praat_tracks.json"))
        {
            PitchTrack pitch = Pitch.Of(Read(item), PitchSettings.Praat);
            JsonElement expected = item.GetProperty("pitch");
            double[] hertz = expected.GetProperty("f").Numbers();
            Golden.AssertClose(expected.GetProperty("t").Numbers(), Times(pitch.Times), 1e-6, "time");
            Golden.AssertClose(hertz, [.. pitch.Hertz.Select(value => double.IsNaN(value) ? 0 : value)], 1e-3, Name(item));
            Golden.AssertClose(expected.GetProperty("intensity").Numbers(), pitch.Intensity, 1e-5, "intensity");
        }
    }

    [Fact]
    public void Formant_tracks_are_Praats_frame_by_frame()
    {
        foreach (JsonElement item in Recordings("praat_tracks.json"))
        {
            FormantTrack formants = Formants.Of(Read(item), FormantSettings.Praat(item.Number("ceiling")));
            JsonElement expected = item.GetProperty("formants");
            Assert.Equal(item.GetProperty("formantFrames").GetInt32(), formants.Times.Count);
            int[] frames = expected.GetProperty("frame").Integers();
            for (int k = 1; k <= 4; k++)
            {
                double?[] hertz = Optional(expected.GetProperty($"F{k}"));
                int close = frames.Where((frame, i) => Agree(hertz[i], formants.Hertz[k - 1][frame - 1])).Count();
                Assert.True(close == frames.Length, $"{Name(item)} F{k}: {close} of {frames.Length} frames agree within 1e-5");
            }
        }
    }

    [Fact]
    public void Means_of_sixty_more_recordings_are_Praats()
    {
        foreach (JsonElement item in Recordings("praat_means.json"))
        {
            Waveform wave = Read(item);
            PitchTrack pitch = Pitch.Of(wave, PitchSettings.Praat);
            FormantTrack formants = Formants.Of(wave, FormantSettings.Praat(item.Number("ceiling")));
            Assert.Equal(item.GetProperty("voicedFrames").GetInt32(), pitch.VoicedFrames);
            Near(item.Number("meanPitch"), pitch.MeanHertz, 1e-6, $"{Name(item)} pitch");
            double?[] all = Optional(item.GetProperty("meanF"));
            double?[] voiced = Optional(item.GetProperty("voicedMeanF"));
            for (int k = 1; k <= 3; k++)
            {
                Near(all[k - 1]!.Value, formants.MeanOver(k, 0, wave.DurationSeconds), 1e-6, $"{Name(item)} F{k}");
                Near(voiced[k - 1]!.Value, formants.MeanWhereVoiced(k, pitch), 0.01, $"{Name(item)} F{k}, voiced"); // a frame just half a step outside may count or not
            }
        }
    }

    private static IEnumerable<JsonElement> Recordings(string file) =>
        Golden.Json(file).GetProperty("recordings").EnumerateArray();

    private static string Name(JsonElement item) => item.GetProperty("file").GetString()!;

    private static Waveform Read(JsonElement item)
    {
        string[] parts = Name(item).Split('/', 2);
        return WavReader.Read(Path.Combine(RealData.Folder(parts[0]), parts[1]));
    }

    private static double[] Times(FrameTimes times) => [.. Enumerable.Range(0, times.Count).Select(t => times[t])];

    private static double?[] Optional(JsonElement array) =>
        [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];

    private static bool Agree(double? expected, double actual) =>
        expected is { } value ? Math.Abs(actual - value) <= 1e-5 * value : double.IsNaN(actual);

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * expected, $"{what}: {actual} where Praat has {expected}");
}
