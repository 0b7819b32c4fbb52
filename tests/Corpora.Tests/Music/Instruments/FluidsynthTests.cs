using System.Diagnostics;
using Research.Corpora.Music.Instruments;
using Research.Data;
using Research.Data.Audio.Wav;
using Research.Data.Music;
using Research.Data.Tests.Music;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Corpora.Tests.Music.Instruments;

/// <summary>Our piano beside sampled instruments: fluidsynth with the sound bank FluidR3_GM, as Debian has them. Skipped where they are not installed.</summary>
public sealed class FluidsynthTests : IDisposable
{
    private const string Bank = "/usr/share/sounds/sf2/FluidR3_GM.sf2";
    private const int Rate = 22_050;
    private const int Grand = 0; // programs of General MIDI
    private const int Organ = 19;
    private const double Apart = 3; // seconds from tone to tone
    private const double Held = 2.5;

    private static readonly (byte Key, byte Velocity)[] Tones =
    [
        .. from key in new byte[] { 36, 48, 60, 72, 84 } from velocity in new byte[] { 50, 100 } select (key, velocity),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_long_term_spectrum_is_nearer_a_pianos_than_an_organs()
    {
        (double[] ours, double[] piano, double[] organ) = (Spectrum(Played), Spectrum(Sampled(Grand)), Spectrum(Sampled(Organ)));
        double near = Distance(ours, piano);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"ours-piano {near:F1} dB, ours-organ {Distance(ours, organ):F1} dB, organ-piano {Distance(organ, piano):F1} dB"
        );
        Assert.True(near < Distance(ours, organ), $"{near} dB, and {Distance(ours, organ)} dB from the organ");
        Assert.True(near < 12, $"{near} dB");
    }

    [Fact]
    public void Tones_die_away_as_a_pianos_and_not_as_an_organs()
    {
        (double[] ours, double[] piano, double[] organ) = (Falls(Played), Falls(Sampled(Grand)), Falls(Sampled(Organ)));
        for (int i = 0; i < Tones.Length; i++)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{Tones[i]}: ours {ours[i]:F1} dB, piano {piano[i]:F1} dB, organ {organ[i]:F1} dB"
            );
        }

        Assert.All(organ, fall => Assert.InRange(fall, -5, 3));
        Assert.All(Enumerable.Range(0, Tones.Length), i => Assert.InRange(ours[i], 0.3 * piano[i], 1.5 * piano[i])); // least in the bass
    }

    private static Waveform Played =>
        PieceRenderer.Render(
            [
                .. Tones.Select(
                    (tone, i) =>
                        new Note
                        {
                            StartSeconds = Apart * i,
                            EndSeconds = (Apart * i) + Held,
                            Key = tone.Key,
                            Velocity = tone.Velocity,
                            Program = 0,
                            IsDrum = false,
                        }
                ),
            ],
            Apart * Tones.Length,
            new()
            {
                SampleRateHz = Rate,
                LongestSeconds = Apart * Tones.Length,
                TailSeconds = 0,
            }
        );

    // Decibels of each mel band's share of the whole, over all time; what is 60 dB down counts as that.
    private static double[] Spectrum(Waveform waveform)
    {
        Matrix mel = MelSpectrogram.Of(waveform, MelSettings.Librosa(Rate, 2048, 512) with { Bands = 32, HighestHz = 8000 });
        double[] bands = [.. Enumerable.Range(0, mel.Columns).Select(band => OrderedSum.Of(mel.Column(band)))];
        double total = OrderedSum.Of(bands);
        return [.. bands.Select(band => Math.Max(-60, 10 * Math.Log10(band / total)))];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Average());

    // From a tenth of a second to two seconds after the stroke.
    private static double[] Falls(Waveform waveform) =>
        [.. Tones.Select((_, i) => Level(waveform, (Apart * i) + 0.1) - Level(waveform, (Apart * i) + 2))];

    private static double Level(Waveform waveform, double from)
    {
        double[] part = waveform.Samples[(int)(from * Rate)..(int)((from + 0.2) * Rate)];
        return 10 * Math.Log10((OrderedSum.Dot(part, part) / part.Length) + 1e-12);
    }

    private Waveform Sampled(byte program)
    {
        string piece = Path.Combine(_folder, $"{program}.mid");
        string sound = Path.Combine(_folder, $"{program}.wav");
        File.WriteAllBytes(piece, MidiBuilder.File(500, [0, 0xC0, program, .. Tones.SelectMany(Strokes)])); // half a second a quarter note: a tick is a millisecond
        Run([
            "-ni",
            "-q",
            "-g",
            "0.5",
            "-r",
            $"{Rate}",
            "-R",
            "0",
            "-C",
            "0",
            "-T",
            "wav",
            "-O",
            "s16",
            "-F",
            sound,
            Bank,
            piece,
        ]);
        return WavReader.Read(sound);
    }

    private static byte[] Strokes((byte Key, byte Velocity) tone, int number)
    {
        int before = number == 0 ? 0 : (int)(1000 * (Apart - Held));
        return [.. Ticks(before), 0x90, tone.Key, tone.Velocity, .. Ticks((int)(1000 * Held)), 0x90, tone.Key, 0];
    }

    private static byte[] Ticks(int count) => [(byte)(0x80 | (count >> 7)), (byte)(count & 0x7F)];

    private static void Run(string[] arguments)
    {
        if (!File.Exists(Bank))
        {
            Assert.Skip($"needs fluidsynth and {Bank}: apt-get install fluidsynth fluid-soundfont-gm");
        }

        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo("fluidsynth", arguments) { RedirectStandardOutput = true }
            )!;
            process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(60_000), "fluidsynth did not end within a minute.");
            Assert.Equal(0, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("needs fluidsynth: apt-get install fluidsynth fluid-soundfont-gm");
        }
    }
}
