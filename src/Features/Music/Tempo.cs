using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Beats a minute: the lag l with the largest log(1 + 10⁶·A[l]) − ½·(log₂(tempo[l]/likely)/spread)².</summary>
/// <remarks>
/// <para>A: the mean of the <see cref="Tempogram"/> over time, or one frame of it. Only tempos of whole lags can be told: 60·rate/(hop·l).
/// Source: Ellis (2007), J. New Music Research 36(1), equation 8, and librosa.feature.tempo. Of equal lags the shortest counts.</para>
/// <para>Without onsets the tempo is 0, where librosa gives the likeliest. Oracle: librosa.feature.tempo, the same lag (golden beat_track.json, music.json).</para>
/// </remarks>
internal static class Tempo
{
    private const double Sharpness = 1e6;
    private const double PerNeper = 1.4426950408889634; // 1/ln 2

    /// <summary>The whole recording's tempo.</summary>
    /// <exception cref="SettingsException">A setting is not above 0.</exception>
    /// <exception cref="ResearchException">The curve is empty, has a value that is negative or not finite, or no lag lies below the highest tempo.</exception>
    public static double Of(OnsetEnvelope onset, TempoSettings settings)
    {
        if (!onset.HasOnsets)
        {
            Prior(onset, settings); // refuses what cannot be
            return 0;
        }

        double[] correlations = Correlations(onset, settings);
        return Best(onset, Prior(onset, settings), lag => correlations[lag]);
    }

    /// <summary>The mean of the tempogram over time, one a lag from 0 on.</summary>
    /// <exception cref="SettingsException">As <see cref="Of"/>.</exception>
    /// <exception cref="ResearchException">As <see cref="Of"/>.</exception>
    public static double[] Correlations(OnsetEnvelope onset, TempoSettings settings)
    {
        var sums = new double[Prior(onset, settings).Length];
        foreach ((_, int live, var lags) in Tempogram.Groups(onset, sums.Length))
        {
            for (int lag = 0; lag < sums.Length; lag++)
            {
                for (int t = 0; t < live; t++)
                {
                    sums[lag] += lags[lag][t];
                }
            }
        }

        return [.. sums.Select(sum => sum / onset.Values.Length)];
    }

    /// <summary>The tempo about each frame; 0 where nothing begins under the window.</summary>
    /// <exception cref="SettingsException">As <see cref="Of"/>.</exception>
    /// <exception cref="ResearchException">As <see cref="Of"/>.</exception>
    public static double[] Local(OnsetEnvelope onset, TempoSettings settings)
    {
        double[] prior = Prior(onset, settings);
        var tempos = new double[onset.Values.Length];
        foreach ((int first, int live, var lags) in Tempogram.Groups(onset, prior.Length))
        {
            for (int t = 0; t < live; t++)
            {
                tempos[first + t] = lags[0][t] > 0 ? Best(onset, prior, lag => lags[lag][t]) : 0;
            }
        }

        return tempos;
    }

    private static double Best(OnsetEnvelope onset, double[] prior, Func<int, double> correlation)
    {
        (int best, double most) = (prior.Length - 1, double.NegativeInfinity);
        for (int lag = 1; lag < prior.Length; lag++)
        {
            double score = double.IsNegativeInfinity(prior[lag])
                ? double.NegativeInfinity
                : PortableMath.Log1p(Sharpness * correlation(lag)) + prior[lag];
            (best, most) = score > most ? (lag, score) : (best, most);
        }

        return onset.BeatsAMinute(best);
    }

    // One a lag; of the first, and of tempos that are too high, minus infinity.
    private static double[] Prior(OnsetEnvelope onset, TempoSettings settings)
    {
        settings.Check();
        double frames = Math.Floor(Math.Floor(settings.SpanSeconds * onset.SampleRateHz) / onset.HopSamples);
        int lags = (int)Math.Min(frames, int.MaxValue);
        if (lags < 2 || !(onset.BeatsAMinute(lags - 1) < (settings.HighestTempo ?? double.PositiveInfinity)))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"{settings.SpanSeconds} s are {frames} frames, too few for a tempo below {settings.HighestTempo} beats a minute; use a longer span or a shorter hop."
                )
            );
        }

        Tempogram.Check(onset, lags);
        return
        [
            .. Enumerable
                .Range(0, lags)
                .Select(lag => Prior(lag == 0 ? double.PositiveInfinity : onset.BeatsAMinute(lag), settings)),
        ];
    }

    /// <summary>The logarithm of the bell over tempos; minus infinity from the highest on.</summary>
    internal static double Prior(double tempo, TempoSettings settings)
    {
        if (!(tempo < (settings.HighestTempo ?? double.PositiveInfinity)))
        {
            return double.NegativeInfinity;
        }

        double distance = PerNeper * PortableMath.Log(tempo / settings.LikelyTempo) / settings.SpreadOctaves;
        return -0.5 * distance * distance;
    }
}

internal sealed class NamedTempo : NamedFeature<NamedTempo.Settings>
{
    private static readonly string[] Headings = [Seconds, "tempo", "local_tempo"];

    public override string Name => "tempo";

    public override string Description => "Beats a minute: of the whole recording, and about each frame; 0 where nothing begins.";

    public override string ExampleOptions => "--likely-tempo 90 --span-seconds 6";

    public override Framing UsualFraming(int sampleRateHz) => MusicFraming.At(sampleRateHz);

    public override string Heading(int column, int columns) => Headings[column];

    protected override Settings Defaults(Framing framing) =>
        new() { Onset = OnsetSettings.Librosa(framing), Tempo = TempoSettings.Librosa };

    protected override void Compute(ISamples samples, Settings settings, FeatureRows receive)
    {
        OnsetEnvelope onset = OnsetStrength.Of(samples, settings.Onset);
        double whole = Tempo.Of(onset, settings.Tempo);
        double[] local = Tempo.Local(onset, settings.Tempo);
        receive(Matrix.OfRows([.. local.Select((tempo, t) => new[] { onset.Seconds(t), whole, tempo })]));
    }

    internal sealed record Settings
    {
        public required OnsetSettings Onset { get; init; }

        public required TempoSettings Tempo { get; init; }
    }
}
