using System.Text.Json;
using Research.Data;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Spectral;

// Oracle: librosa 0.10.2; the exact calls stand inside the golden files.
public class MelTests
{
    [Fact]
    public void The_Slaney_filterbank_matches_librosa()
    {
        MelFilterbank bank = MelFilterbank.For(MelSettings.Librosa(8000, 200, 80) with { Bands = 40 }, 8000);
        var expected = new Matrix(40, 101);
        foreach (JsonElement entry in Golden.Json("mel_filterbank_8k_200_40.json").GetProperty("nz").EnumerateArray())
        {
            expected[entry[0].GetInt32(), entry[1].GetInt32()] = entry[2].GetDouble();
        }

        for (int band = 0; band < 40; band++)
        {
            for (int bin = 0; bin <= 100; bin++)
            {
                Assert.Equal(expected[band, bin], bank.Weight(band, bin), 1e-10);
            }
        }
    }

    [Theory]
    [InlineData("0_jackson_0")]
    [InlineData("1_george_3")]
    [InlineData("3_lucas_7")]
    [InlineData("7_theo_2")]
    [InlineData("synthetic")]
    public void The_mel_spectrogram_in_decibels_below_the_maximum_matches_librosa(string name)
    {
        Waveform waveform = name == "synthetic" ? Signals.Synthetic(8000) : Signals.Fsdd(name);
        MelSettings settings = MelSettings.Librosa(8000, 2048, 512) with { HighestHz = 8000 };
        DecibelSettings decibels = DecibelSettings.Librosa with { Reference = DecibelReference.Maximum };
        JsonElement expected = Golden.Json("melspec128_8k_2048_512_fmax8000_db.json").GetProperty("signals").GetProperty(name);
        Golden.AssertClose(Signals.Transposed(expected), Decibels.OfMel(waveform, settings, decibels).Values, 1e-5, name);
    }

    // Oracle: the definitions in numpy, which give librosa's values on recordings (Golden/make_spectral.py).
    [Fact]
    public void The_mel_spectrogram_is_the_definitions_on_generated_utterances()
    {
        foreach (JsonElement item in Golden.Cases("spectral.json"))
        {
            Waveform wave = Utterances.Of(item.Text("utterance"));
            MelSettings settings = MelSettings.Librosa(wave.SampleRateHz, 2048, 512) with { HighestHz = 8000 };
            DecibelSettings decibels = DecibelSettings.Librosa with { Reference = DecibelReference.Maximum };
            double[] expected = [.. item.GetProperty("mel").Rows().SelectMany(row => row)];
            Golden.AssertClose(expected, Decibels.OfMel(wave, settings, decibels).Values, 1e-5, item.Text("utterance"));
        }
    }

    [Theory]
    [InlineData(440, MelScale.Slaney, 6.6)]
    [InlineData(1000, MelScale.Slaney, 15)]
    [InlineData(6400, MelScale.Slaney, 42)]
    [InlineData(1000, MelScale.Htk, 999.9855)]
    public void Hertz_to_mel_and_back_by_hand(double hertz, MelScale scale, double mel)
    {
        Assert.Equal(mel, MelFrequency.FromHertz(hertz, scale), 1e-4);
        Assert.Equal(hertz, MelFrequency.ToHertz(MelFrequency.FromHertz(hertz, scale), scale), 1e-9);
    }

    [Fact]
    public void Frequencies_that_do_not_ascend_are_refused()
    {
        MelSettings settings = MelSettings.Librosa(8000, 200, 80) with { LowestHz = 4000 };
        Assert.Throws<SettingsException>(() => MelFilterbank.For(settings, 8000));
    }
}
