using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>How much begins in each frame: the rise of the mel bands in decibels, o[t] = mean over b of max(0, M[t,b] − M[t − lag,b]).</summary>
/// <remarks>
/// <para>The curve is moved later by half a transform, in whole frames, because a centred frame hears an onset before its middle.
/// Source: Böck and Widmer (2013), DAFx-13, without their filter across bands.</para>
/// <para>The first lag + half a transform frames are 0; so is silence, and a recording of one frame. Oracle: librosa.onset.onset_strength
/// (detrend off), 1e-5 (golden beat_track.json, music.json).</para>
/// </remarks>
internal static class OnsetStrength
{
    /// <summary>One value a frame.</summary>
    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">A sample is not finite, the frames are too many, or an unpadded signal is shorter than a frame.</exception>
    public static OnsetEnvelope Of(ISamples samples, OnsetSettings settings)
    {
        settings.Check();
        var mel = new MelParts(new FiniteSamples(samples), settings.Mel);
        StftSettings stft = settings.Mel.Stft;
        FrameLanes.Check(mel.Frames, 1);
        int shift = stft.Padding == Padding.None ? 0 : stft.FftLength / (2 * stft.HopSamples);
        var values = new double[mel.Frames];
        foreach ((long frame, double rise) in Rises(mel, settings))
        {
            if (frame + shift < values.Length)
            {
                values[frame + shift] = rise;
            }
        }

        return new(values, samples.SampleRateHz, stft.HopSamples, mel.Seconds(0));
    }

    private static IEnumerable<(long Frame, double Rise)> Rises(MelParts mel, OnsetSettings settings)
    {
        int lag = (int)Math.Min(settings.LagFrames, mel.Frames);
        var past = new double[lag][];
        double[]? weights = settings.BassEmphasis > 0 ? Weights(settings) : null;
        foreach ((long first, FrameLanes decibels) in DecibelParts.Of(mel, settings.Decibels))
        {
            Matrix rows = decibels.ToMatrix();
            for (int t = 0; t < rows.Rows; t++)
            {
                long frame = first + t;
                double[] row = rows.Row(t).ToArray();
                if (frame >= lag)
                {
                    yield return (frame, Rise(past[frame % lag], row, settings.Aggregate, weights));
                }

                past[frame % lag] = row;
            }
        }
    }

    private static double Rise(double[] before, double[] now, BandAggregate aggregate, double[]? weights)
    {
        var rises = new double[now.Length];
        for (int band = 0; band < rises.Length; band++)
        {
            rises[band] = Math.Max(0, now[band] - before[band]);
        }

        return aggregate == BandAggregate.Median ? Median.Of(rises)
            : weights is null ? OrderedSum.Mean(rises)
            : OrderedSum.Dot(weights, rises);
    }

    // 1 + emphasis·e^(−band/bands), of sum 1.
    private static double[] Weights(OnsetSettings settings)
    {
        double[] weights =
        [
            .. Enumerable
                .Range(0, settings.Mel.Bands)
                .Select(band => 1 + (settings.BassEmphasis * PortableMath.Exp(-band / settings.BassBands))),
        ];
        double sum = OrderedSum.Of(weights);
        return [.. weights.Select(weight => weight / sum)];
    }
}

internal sealed class NamedOnset : NamedFeature<OnsetSettings>
{
    public override string Name => "onset";

    public override string Description => "Onset strength: the mean rise of the mel bands, decibels.";

    public override string ExampleOptions => "--bands 64 --aggregate median";

    public override Framing UsualFraming(int sampleRateHz) => MusicFraming.At(sampleRateHz);

    public override string Heading(int column, int columns) => column == 0 ? Seconds : "onset";

    protected override OnsetSettings Defaults(Framing framing) => OnsetSettings.Librosa(framing);

    protected override void Compute(ISamples samples, OnsetSettings settings, FeatureRows receive)
    {
        OnsetEnvelope onset = OnsetStrength.Of(samples, settings);
        receive(Matrix.OfRows([.. onset.Values.Select((value, t) => new[] { onset.Seconds(t), value })]));
    }
}
