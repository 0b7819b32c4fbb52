using Research.Data;
using Research.Features.Music;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Music;

public class FusedFramesTests
{
    private static readonly FusedSettings Settings = FusedSettings.Librosa(Pulses.FramingAt(8000));

    [Fact]
    public void A_row_is_128_mel_bands_in_decibels_and_then_12_pitch_classes()
    {
        Waveform wave = Signals.Synthetic(8000);
        Matrix fused = FusedFrames.Of(wave, Settings);
        Matrix mel = Decibels.OfMel(wave, Settings.Mel, Settings.Decibels);
        Matrix chroma = Chroma.Of(wave, Settings.Chroma);
        Assert.Equal(140, fused.Columns);
        Assert.Equal(mel.Rows, fused.Rows);
        Assert.Equal([.. mel.Row(5).ToArray(), .. chroma.Row(5).ToArray()], fused.Row(5).ToArray());
    }

    [Fact]
    public void The_named_feature_names_bands_and_pitch_classes()
    {
        NamedFeature fused = NamedFeatures.All.Single(feature => feature.Name == "fused");
        Assert.Equal(["seconds", "mel_0", "mel_127", "c", "b"], new[] { 0, 1, 128, 129, 140 }.Select(k => fused.Heading(k, 141)));
    }

    [Fact]
    public void Other_frames_for_mel_than_for_chroma_are_refused()
    {
        FusedSettings other = Settings with { Mel = Settings.Mel with { Stft = Settings.Mel.Stft with { HopSamples = 256 } } };
        Assert.Throws<SettingsException>(() => FusedFrames.Of(Signals.Synthetic(8000), other));
    }

    [Fact]
    public void A_sample_that_is_no_number_is_refused() =>
        Assert.Throws<ResearchException>(() => FusedFrames.Of(new Waveform([0, double.NaN], 8000), Settings));
}
