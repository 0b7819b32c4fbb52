using Research.Data;
using Research.Features.Naming;
using Research.Features.Sampling;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>What MusiCNN hears: the decimal logarithm of 1 + 10,000 times the power in 96 mel bands, 62.5 frames a second.</summary>
/// <remarks>
/// 16 kHz; frames of 512 samples every 256, periodic Hann, the first at the first sample; Slaney's mel scale from 0 to 8 kHz, equal areas.
/// Source: Alonso-Jiménez et al. (2020), ICASSP: the front end of the published weights. Oracle: numpy, 1e-6.
/// </remarks>
public static class MusiCnnFrames
{
    private const int SampleRateHz = 16_000;
    private const double Gain = 10_000;

    /// <summary>Frames of a patch: three seconds.</summary>
    public const int PatchFrames = 187;

    /// <summary>One row a frame.</summary>
    /// <param name="waveform">Of any rate; it is resampled to 16 kHz.</param>
    /// <returns>Shape [frames, 96]; at least 0.</returns>
    /// <exception cref="ResearchException">It is shorter than a frame of 32 ms.</exception>
    public static Matrix Of(Waveform waveform)
    {
        Matrix power = MelSpectrogram.Of(RateChange.Of(waveform, RateSettings.To(SampleRateHz)), Bands);
        foreach (ref double value in power.Values)
        {
            value = PortableMath.Log10(1 + (Gain * value));
        }

        return power;
    }

    /// <summary>The time of a frame's middle, seconds.</summary>
    internal static double Seconds(int frame) => ((frame * 256.0) + 256) / SampleRateHz;

    private static MelSettings Bands
    {
        get
        {
            MelSettings librosa = MelSettings.Librosa(SampleRateHz, windowSamples: 512, hopSamples: 256);
            return librosa with { Stft = librosa.Stft with { Padding = Padding.None }, Bands = 96 };
        }
    }

    /// <summary>Patches of <see cref="PatchFrames"/> frames, one after another; a rest is left out, but of a shorter recording all frames are one patch.</summary>
    public static IReadOnlyList<Matrix> Patches(Matrix frames)
    {
        if (frames.Rows <= PatchFrames)
        {
            return [frames];
        }

        return
        [
            .. Enumerable
                .Range(0, frames.Rows / PatchFrames)
                .Select(p => frames.Take([.. Enumerable.Range(p * PatchFrames, PatchFrames)])),
        ];
    }
}

internal sealed class NamedMusiCnnFrames : NamedFeature<NamedMusiCnnFrames.Settings>
{
    public override string Name => "musicnn";

    public override string Description =>
        "What MusiCNN hears: the logarithm of the power in 96 mel bands at 16 kHz, 62.5 frames a second.";

    public override string ExampleOptions => "--plot frames.svg"; // the front end of trained weights has nothing to choose

    public override string Heading(int column, int columns) => column == 0 ? Seconds : Numbered("mel", column - 1);

    protected override Settings Defaults(Framing framing) => new();

    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        Matrix frames = MusiCnnFrames.Of(WholeSamples.Of(samples));
        receive(TimedRows.Of(frames, MusiCnnFrames.Seconds));
    }

    /// <summary>Of the named feature: none.</summary>
    internal sealed record Settings;
}
