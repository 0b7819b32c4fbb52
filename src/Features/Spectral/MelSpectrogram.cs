using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>Power in mel bands: M[t,b] = Σₖ W[b,k]·P[t,k].</summary>
/// <remarks>Oracle: librosa.feature.melspectrogram, through golden mel and MFCC files.</remarks>
public static class MelSpectrogram
{
    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, bands]; linear power.</returns>
    /// <exception cref="ResearchException">As <see cref="PowerSpectrogram"/> and <see cref="MelFilterbank"/>.</exception>
    public static Matrix Of(Waveform waveform, MelSettings settings) => Lanes(waveform, settings).ToMatrix();

    internal static FrameLanes Lanes(Waveform waveform, MelSettings settings)
    {
        MelFilterbank bank = MelFilterbank.For(settings, waveform.SampleRateHz);
        return Bands(PowerSpectrogram.Lanes(waveform, settings.Stft), bank);
    }

    internal static FrameLanes Bands(FrameLanes power, MelFilterbank bank)
    {
        var mel = new FrameLanes(power.Frames, bank.Bands);
        for (int group = 0; group < mel.Groups; group++)
        {
            bank.Apply(power.Group(group), mel.Group(group));
        }

        return mel;
    }
}

internal sealed class NamedMel : NamedFeature<MelSettings>
{
    public override string Name => "mel";

    public override string Description => "Mel spectrogram, linear power.";

    public override string ExampleOptions => "--bands 64";

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("mel", column - 1);

    protected override MelSettings Defaults(Framing framing) =>
        MelSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples);

    protected override void Compute(ISamples samples, MelSettings settings, FeatureRows receive)
    {
        var parts = new MelParts(samples, settings);
        foreach ((long first, FrameLanes mel) in parts.All())
        {
            receive(parts.WithTimes(first, mel.ToMatrix()));
        }
    }
}
