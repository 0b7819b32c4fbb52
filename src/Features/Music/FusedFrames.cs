using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Timbre and harmony side by side: the mel bands in decibels, then the twelve pitch classes of the same frames.</summary>
/// <remarks>
/// The course's "fused" arrays (docs of the genre study) have them as rows, 128 mel bands above 12 pitch classes; here a row is a frame, as everywhere.
/// Oracles: those of <see cref="Decibels"/> and <see cref="Chroma"/>.
/// </remarks>
internal static class FusedFrames
{
    /// <summary>One row a frame.</summary>
    /// <returns>Shape [frames, bands + 12].</returns>
    /// <exception cref="SettingsException">The settings contradict each other, or mel and chroma have other frames.</exception>
    /// <exception cref="ResearchException">As <see cref="Chroma.Of"/>.</exception>
    public static Matrix Of(ISamples samples, FusedSettings settings)
    {
        if (settings.Mel.Stft != settings.Chroma.Stft)
        {
            throw new SettingsException(
                $"Mel bands of {settings.Mel.Stft} and chroma of {settings.Chroma.Stft}: fused frames need the same for both."
            );
        }

        Matrix chroma = Chroma.Of(samples, settings.Chroma);
        Matrix mel = Decibels.OfMel(Waveform.Of(samples), settings.Mel, settings.Decibels);
        var fused = new Matrix(mel.Rows, mel.Columns + chroma.Columns);
        for (int t = 0; t < fused.Rows; t++)
        {
            mel.Row(t).CopyTo(fused.Row(t));
            chroma.Row(t).CopyTo(fused.Row(t)[mel.Columns..]);
        }

        return fused;
    }
}

/// <summary>Settings of <see cref="FusedFrames"/>.</summary>
internal sealed record FusedSettings
{
    public required MelSettings Mel { get; init; }

    public required DecibelSettings Decibels { get; init; }

    public required ChromaSettings Chroma { get; init; }

    /// <summary>librosa's values of each.</summary>
    public static FusedSettings Librosa(Framing framing) =>
        new()
        {
            Mel = MusicFraming.Mel(framing),
            Decibels = DecibelSettings.Librosa,
            Chroma = ChromaSettings.Librosa(framing),
        };
}

internal sealed class NamedFused : NamedFeature<FusedSettings>
{
    public override string Name => "fused";

    public override string Description => "Mel band log energies in decibels, then the strength of the twelve pitch classes.";

    public override string ExampleOptions => "--bands 64";

    public override Framing UsualFraming(int sampleRateHz) => MusicFraming.At(sampleRateHz);

    public override string Heading(int column, int columns)
    {
        int pitchClass = column - (columns - ChromaFilterbank.Classes);
        return column == 0 ? Seconds
            : pitchClass >= 0 ? Chroma.NameOf(pitchClass)
            : Numbered("mel", column - 1);
    }

    protected override FusedSettings Defaults(Framing framing) => FusedSettings.Librosa(framing);

    protected override void Compute(ISamples samples, FusedSettings settings, FeatureRows receive)
    {
        Matrix fused = FusedFrames.Of(samples, settings);
        receive(Chroma.Power(samples, settings.Chroma).WithTimes(0, fused));
    }
}
