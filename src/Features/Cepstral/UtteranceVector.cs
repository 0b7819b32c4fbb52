using Research.Data;
using Research.Features.Naming;
using Research.Features.Spectral;
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
    private const int FramesAPart = 1 << 12;
    private static readonly string[] Parts = ["mfcc", "delta", "delta2"];

    public override string Name => "mfcc-delta";

    public override string Description => "MFCC, their first and their second derivatives over nine frames, side by side.";

    public override string ExampleOptions => "--hop-seconds 0.010";

    public override string Heading(int column, int columns)
    {
        int coefficients = (columns - 1) / Parts.Length;
        return column == 0 ? Seconds : Numbered(Parts[(column - 1) / coefficients], (column - 1) % coefficients);
    }

    protected override MfccSettings Defaults(Framing framing) => NamedMfcc.Usual(framing);

    // The coefficients of all frames are held: a hundredth of the samples.
    protected override void Compute(ISamples samples, MfccSettings settings, FeatureRows receive)
    {
        var mel = new MelParts(samples, settings.Mel);
        Dct.Plan(settings.Mel.Bands, settings.Coefficients); // refuses coefficients that cannot be, before memory for them is asked for
        FrameLanes.Check(mel.Frames, Parts.Length * settings.Coefficients);
        Matrix mfcc = Joined(NamedMfcc.Parts(mel, settings), (int)mel.Frames, settings.Coefficients);
        IReadOnlyList<Matrix> parts = UtteranceVector.WithDerivatives(mfcc);
        for (int first = 0; first < mfcc.Rows; first += FramesAPart)
        {
            receive(mel.WithTimes(first, SideBySide(parts, first, Math.Min(FramesAPart, mfcc.Rows - first))));
        }
    }

    private static Matrix SideBySide(IReadOnlyList<Matrix> parts, int first, int frames) =>
        Matrix.OfRows([
            .. Enumerable.Range(first, frames).Select(t => parts.SelectMany(part => part.Row(t).ToArray()).ToArray()),
        ]);

    private static Matrix Joined(IEnumerable<(long First, Matrix Mfcc)> parts, int frames, int coefficients)
    {
        var all = new Matrix(frames, coefficients);
        foreach ((long first, Matrix part) in parts)
        {
            part.Values.CopyTo(all.Values[(int)(first * coefficients)..]);
        }

        return all;
    }
}
