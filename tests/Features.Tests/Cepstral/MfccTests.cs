using System.Text.Json;
using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Cepstral;

// Oracle: librosa 0.10.2; the exact calls stand inside the golden files.
public class MfccTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("0_jackson_0")]
    [InlineData("1_george_3")]
    [InlineData("3_lucas_7")]
    [InlineData("7_theo_2")]
    public void Setting_a_matches_librosa_on_recordings(string name) =>
        Compare(
            "mfcc13_a_8k_200_80.json",
            "signals",
            name,
            Signals.Fsdd(name),
            MfccSettings.Librosa(8000, 200, 80, 13),
            Tolerance
        );

    [Theory]
    [InlineData("signals", 200, 80, "0_jackson_0")]
    [InlineData("signals", 200, 80, "3_lucas_7")]
    [InlineData("signals_30ms_15ms", 240, 120, "1_george_3")]
    [InlineData("signals_30ms_15ms", 240, 120, "7_theo_2")]
    public void Setting_c_matches_librosa_on_recordings(string group, int window, int hop, string name) =>
        Compare("mfcc6_c_8k.json", group, name, Signals.Fsdd(name), MfccSettings.Librosa(8000, window, hop, 6), Tolerance);

    [Fact]
    public void Setting_a_matches_librosa_on_the_chirp() =>
        Compare(
            "mfcc13_a_8k_200_80.json",
            "signals",
            "synthetic",
            Signals.Synthetic(8000),
            MfccSettings.Librosa(8000, 200, 80, 13),
            Tolerance
        );

    [Fact]
    public void Setting_b_matches_librosa_on_the_chirp() =>
        Compare(
            "mfcc13_b_16k_400_160.json",
            "signals",
            "synthetic16k",
            Signals.Synthetic(16000),
            MfccSettings.Librosa(16000, 400, 160, 13),
            Tolerance
        );

    // Oracle: the definitions in numpy, which give librosa's values on recordings (Golden/make_spectral.py).
    [Fact]
    public void Coefficients_and_derivatives_are_the_definitions_on_generated_utterances()
    {
        foreach (JsonElement item in Golden.Cases("spectral.json"))
        {
            Waveform wave = Utterances.Of(item.Text("utterance"));
            MfccSettings settings = MfccSettings.Librosa(
                wave.SampleRateHz,
                (int)item.Number("window"),
                (int)item.Number("hop"),
                13
            );
            Matrix mfcc = Mfcc.Of(wave, settings);
            Golden.AssertClose(Flat(item, "mfcc"), mfcc.Values, Tolerance, "mfcc");
            Golden.AssertClose(Flat(item, "delta1"), Delta.Of(mfcc, 9, 1).Values, Tolerance, "delta");
            Golden.AssertClose(Flat(item, "delta2"), Delta.Of(mfcc, 9, 2).Values, Tolerance, "delta-delta");
            Golden.AssertClose(item.GetProperty("mean_std_vector").Numbers(), UtteranceVector.Of(mfcc), Tolerance, "vector");
        }
    }

    [Fact]
    public void A_short_window_under_reflection_is_the_definitions_on_generated_utterances()
    {
        foreach (JsonElement item in Golden.Cases("spectral.json"))
        {
            Waveform wave = Utterances.Of(item.Text("utterance"));
            MfccSettings librosa = MfccSettings.Librosa(wave.SampleRateHz, (int)item.Number("window"), 512, 13);
            StftSettings stft = librosa.Mel.Stft with { FftLength = 2048, Padding = Padding.Reflection };
            Matrix mfcc = Mfcc.Of(wave, librosa with { Mel = librosa.Mel with { Stft = stft } });
            Golden.AssertClose(Flat(item, "reflected"), mfcc.Values, Tolerance, "mfcc");
        }
    }

    [Fact]
    public void A_short_Hamming_window_with_HTK_bands_and_no_padding_matches_librosa()
    {
        MfccSettings librosa = MfccSettings.Librosa(16000, 400, 160, 13);
        MfccSettings settings = librosa with
        {
            Mel = librosa.Mel with
            {
                Stft = librosa.Mel.Stft with { FftLength = 512, Window = WindowShape.Hamming, Padding = Padding.None },
                Bands = 40,
                Scale = MelScale.Htk,
            },
        };
        JsonElement expected = Golden
            .Json("mfcc13_b_16k_400_160.json")
            .GetProperty("variant_htk_40mel_nocenter")
            .GetProperty("mfcc");
        Matrix mfcc = Mfcc.Of(Signals.Synthetic(16000), settings);
        for (int t = 0; t < mfcc.Rows; t++)
        {
            for (int k = 0; k < mfcc.Columns; k++)
            {
                mfcc[t, k] *= k == 0 ? 2 * Math.Sqrt(40) : Math.Sqrt(2 * 40); // norm=None asked for scipy's unscaled transform
            }
        }

        Golden.AssertClose(Signals.Transposed(expected), mfcc.Values, Tolerance * 10);
    }

    [Fact]
    public void Silence_gives_the_same_coefficients_in_every_frame()
    {
        Matrix mfcc = Mfcc.Of(new Waveform(new double[800], 8000), MfccSettings.Librosa(8000, 200, 80, 13));
        Assert.Equal(11, mfcc.Rows);
        for (int t = 0; t < mfcc.Rows; t++)
        {
            Assert.Equal(-100 * Math.Sqrt(128), mfcc[t, 0], 1e-9);
            Assert.Equal(0, mfcc[t, 5], 1e-9);
        }
    }

    [Fact]
    public void Frames_do_not_depend_on_what_follows_them_within_the_range()
    {
        Waveform whole = Signals.Synthetic(8000);
        MfccSettings settings = MfccSettings.Librosa(8000, 200, 80, 13);
        MfccSettings unlimited = settings with { Decibels = settings.Decibels with { RangeDecibels = null } };
        Matrix all = Mfcc.Of(whole, unlimited);
        Matrix start = Mfcc.Of(new Waveform(whole.Samples[..4000], 8000), unlimited);
        for (int t = 0; t < 48; t++)
        {
            Assert.Equal(all.Row(t).ToArray(), start.Row(t).ToArray());
        }
    }

    [Fact]
    public void More_coefficients_than_bands_are_refused()
    {
        MfccSettings settings = MfccSettings.Librosa(8000, 200, 80, 200);
        ResearchException error = Assert.Throws<SettingsException>(() => Mfcc.Of(Signals.Synthetic(8000), settings));
        Assert.Contains("1 to 128", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        MfccSettings good = MfccSettings.Librosa(8000, 200, 80, 13);
        StftSettings stft = good.Mel.Stft;
        MfccSettings[] bad =
        [
            good with
            {
                Mel = good.Mel with { Bands = 0 },
            },
            good with
            {
                Mel = good.Mel with { Bands = 1_000_000_000 },
            },
            good with
            {
                Mel = good.Mel with { Stft = stft with { FftLength = 1_000_000_000 } },
            },
            good with
            {
                Mel = good.Mel with { Stft = stft with { HopSamples = 0 } },
            },
            good with
            {
                Decibels = good.Decibels with { SmallestPower = 0 },
            },
            good with
            {
                Decibels = good.Decibels with { RangeDecibels = -1 },
            },
        ];
        Assert.All(bad, settings => Assert.Throws<SettingsException>(() => Mfcc.Of(Signals.Synthetic(8000), settings)));
    }

    private static double[] Flat(JsonElement item, string name) => [.. item.GetProperty(name).Rows().SelectMany(row => row)];

    private static void Compare(
        string file,
        string group,
        string name,
        Waveform waveform,
        MfccSettings settings,
        double tolerance
    )
    {
        JsonElement signal = Golden.Json(file).GetProperty(group).GetProperty(name);
        Matrix mfcc = Mfcc.Of(waveform, settings);
        Golden.AssertClose(Signals.Transposed(signal.GetProperty("mfcc")), mfcc.Values, tolerance, "mfcc");
        if (signal.TryGetProperty("delta1", out JsonElement delta1))
        {
            Golden.AssertClose(Signals.Transposed(delta1), Delta.Of(mfcc, 9, 1).Values, tolerance, "delta");
            Golden.AssertClose(
                Signals.Transposed(signal.GetProperty("delta2")),
                Delta.Of(mfcc, 9, 2).Values,
                tolerance,
                "delta-delta"
            );
            Golden.AssertClose(signal.GetProperty("mean_std_vector").Numbers(), UtteranceVector.Of(mfcc), tolerance, "vector");
        }
    }
}
