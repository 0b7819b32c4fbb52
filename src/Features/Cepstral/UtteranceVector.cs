using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Cepstral;

/// <summary>One vector an utterance: mean and deviation over its frames of MFCC, first and second derivatives.</summary>
/// <remarks>Follows digits-1 and digits-2, step 5; population deviation. Oracle: golden mean_std_vector, 1e-5.</remarks>
public static class UtteranceVector
{
    /// <summary>All means, then all deviations.</summary>
    /// <param name="mfcc">Shape [frames, coefficients].</param>
    /// <returns>Shape [6·coefficients].</returns>
    /// <exception cref="ResearchException">There are fewer than nine frames.</exception>
    public static double[] Of(Matrix mfcc) => MeansAndDeviations(WithDerivatives(mfcc));

    /// <summary>The coefficients, their first and their second derivatives over nine frames.</summary>
    /// <exception cref="ResearchException">There are fewer than nine frames.</exception>
    public static IReadOnlyList<Matrix> WithDerivatives(Matrix mfcc) =>
        [mfcc, Delta.Of(mfcc, Delta.StandardWidth, 1), Delta.Of(mfcc, Delta.StandardWidth, 2)];

    /// <summary>Means of all columns of all parts, then their population deviations.</summary>
    public static double[] MeansAndDeviations(IReadOnlyList<Matrix> parts)
    {
        double[][] columns = [.. parts.SelectMany(part => Enumerable.Range(0, part.Columns).Select(part.Column))];
        return [.. columns.Select(c => OrderedSum.Mean(c)), .. columns.Select(c => Math.Sqrt(OrderedSum.Variance(c, 0)))];
    }
}

internal sealed class NamedMfccDelta : NamedFeature<MfccSettings>
{
    private static readonly string[] Parts = ["mfcc", "delta", "delta2"];

    public override string Name => "mfcc-delta";

    public override string Description => "MFCC, their first and their second derivatives over nine frames, side by side.";

    public override string ExampleOptions => "--hop-seconds 0.010";

    public override string Heading(int column, int columns)
    {
        int coefficients = columns / Parts.Length;
        return Numbered(Parts[column / coefficients], column % coefficients);
    }

    protected override MfccSettings Defaults(Framing framing) => NamedMfcc.Usual(framing);

    protected override Matrix Values(Waveform waveform, MfccSettings settings)
    {
        IReadOnlyList<Matrix> parts = UtteranceVector.WithDerivatives(Mfcc.Of(waveform, settings));
        return Matrix.OfRows([
            .. Enumerable.Range(0, parts[0].Rows).Select(t => parts.SelectMany(part => part.Row(t).ToArray()).ToArray()),
        ]);
    }
}
