using Research.Features.Music;

namespace Research.Features.Tests.Music;

public class ChromaFilterbankTests
{
    private static readonly ChromaSettings Alike = ChromaSettings.Librosa(Pulses.FramingAt(22_050)) with { OctaveWidth = null };

    [Fact]
    public void A_bins_weights_have_unit_length_where_all_octaves_count_alike()
    {
        var bank = new ChromaFilterbank(Alike, 22_050, 0);
        for (int bin = 0; bin <= 1024; bin += 64)
        {
            double squares = Enumerable.Range(0, 12).Select(c => bank.Weight(c, bin)).Aggregate(0.0, (sum, w) => sum + (w * w));
            Assert.Equal(1, squares, 1e-12);
        }
    }

    // 440·2^(k/12) Hz lies k semitones above A; bins of 1 Hz here, the bell half a semitone wide, so a neighbour has e^-2 of it.
    [Theory]
    [InlineData(440, 9)]
    [InlineData(880, 9)]
    [InlineData(1760, 9)]
    public void An_A_weighs_most_and_its_neighbours_alike(int hertz, int pitchClass)
    {
        ChromaSettings settings = Alike with { Stft = Alike.Stft with { FftLength = 22_050 } };
        var bank = new ChromaFilterbank(settings, 22_050, 0);
        double most = bank.Weight(pitchClass, hertz);
        Assert.Equal(Math.Exp(-2), bank.Weight(pitchClass - 1, hertz) / most, 1e-9);
        Assert.Equal(Math.Exp(-2), bank.Weight(pitchClass + 1, hertz) / most, 1e-9);
    }

    [Fact]
    public void The_bell_over_octaves_halves_nothing_at_its_centre_and_falls_beside_it()
    {
        ChromaSettings settings = Alike with { OctaveWidth = 2, Stft = Alike.Stft with { FftLength = 22_050 } };
        (var bell, var flat) = (
            new ChromaFilterbank(settings, 22_050, 0),
            new ChromaFilterbank(settings with { OctaveWidth = null }, 22_050, 0)
        );
        Assert.Equal(1, bell.Weight(9, 880) / flat.Weight(9, 880), 1e-9); // five octaves above 27.5 Hz
        Assert.Equal(Math.Exp(-0.125), bell.Weight(9, 1760) / flat.Weight(9, 1760), 1e-9);
    }
}
