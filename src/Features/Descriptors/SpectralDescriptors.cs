using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Descriptors;

/// <summary>The descriptors of a spectrum that are one number a frame, side by side.</summary>
internal sealed class NamedSpectralDescriptors : NamedFeature<NamedSpectralDescriptors.Settings>
{
    private static readonly string[] Headings = [Seconds, "centroid_hz", "bandwidth_hz", "rolloff_hz", "flatness", "level"];

    public override string Name => "spectral";

    public override string Description =>
        "Descriptors of the spectrum: centroid, bandwidth and roll-off in hertz, flatness, root-mean-square level.";

    public override string ExampleOptions => "--rolloff-share 0.9";

    public override string Heading(int column, int columns) => Headings[column];

    protected override Settings Defaults(Framing framing) =>
        new()
        {
            Stft = MelSettings.Librosa(framing.SampleRateHz, framing.WindowSamples, framing.HopSamples).Stft,
            RolloffShare = SpectralRolloff.StandardShare,
        };

    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        var parts = new PowerParts(samples, settings.Stft);
        foreach ((long first, FrameLanes power) in parts.All())
        {
            MagnitudeSpectrogram spectrum = MagnitudeSpectrogram.OfPower(
                power.ToMatrix(),
                samples.SampleRateHz,
                settings.Stft.FftLength
            );
            double[][] columns =
            [
                SpectralMoments.Centroid(spectrum),
                SpectralMoments.Bandwidth(spectrum),
                SpectralRolloff.Of(spectrum, settings.RolloffShare),
                SpectralFlatness.Of(spectrum),
                SpectralLevel.Of(spectrum),
            ];
            receive(
                parts.WithTimes(
                    first,
                    Matrix.OfRows([
                        .. Enumerable.Range(0, spectrum.Frames).Select(t => columns.Select(column => column[t]).ToArray()),
                    ])
                )
            );
        }
    }

    /// <summary>Of the named feature.</summary>
    internal sealed record Settings
    {
        public required StftSettings Stft { get; init; }

        /// <summary>Share of the magnitude that lies below the roll-off.</summary>
        public required double RolloffShare { get; init; }
    }
}
