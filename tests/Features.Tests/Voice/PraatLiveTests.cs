using System.Diagnostics;
using System.Globalization;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Features.Voice;
using Research.Tests;

namespace Research.Features.Tests.Voice;

// Where Praat is installed, it is asked again; nothing else needs it.
public class PraatLiveTests
{
    [Fact]
    public void Praat_itself_gives_the_same_means_on_a_vowel_made_here()
    {
        string folder = Directory.CreateTempSubdirectory("praat").FullName;
        try
        {
            string file = Path.Combine(folder, "vowel.wav");
            WavWriter.Write(file, SyntheticVowel.Make());
            Dictionary<string, double> praat = Ask(file, folder);
            Waveform wave = WavReader.Read(file);
            PitchTrack pitch = Pitch.Of(wave, PitchSettings.Praat);
            FormantTrack formants = Formants.Of(wave, FormantSettings.Praat(4000));
            Assert.Equal(praat["meanPitch"], pitch.MeanHertz, 1e-3);
            for (int k = 1; k <= 3; k++)
            {
                double mean = formants.MeanOver(k, 0, wave.DurationSeconds);
                Assert.Equal(praat[$"meanF{k}"], mean, 0.001 * praat[$"meanF{k}"]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, double> Ask(string file, string folder)
    {
        string[] arguments = ["--run", Golden.PathOf("praat_tracks.praat"), file, "4000", Path.Combine(folder, "pitch.txt")];
        try
        {
            using var process = Process.Start(new ProcessStartInfo("praat", arguments) { RedirectStandardOutput = true })!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output
                .Split('\n')
                .Select(line => line.Split('\t'))
                .Where(cells => cells is ["S", _, _, ..] && double.TryParse(cells[^1], CultureInfo.InvariantCulture, out _))
                .ToDictionary(
                    cells => string.Concat(cells[1..^1]),
                    cells => double.Parse(cells[^1], CultureInfo.InvariantCulture)
                );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Praat is not installed; the golden values compare with it all the same");
            throw;
        }
    }
}
