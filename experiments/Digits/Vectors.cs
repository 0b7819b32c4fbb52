using Research.Data;
using Research.Features.Cepstral;
using Research.Numerics;

namespace Research.Experiments.Digits;

/// <summary>One vector a recording, in the three forms that the reports' preparation knows (steps 5 and 7).</summary>
/// <remarks>Oracle: golden pca_digits.json (vectors of two recordings), 1e-4.</remarks>
public static class Vectors
{
    /// <summary>digits-1 as published: coefficients, derivatives and second derivatives joined along time; 13 means, 13 deviations.</summary>
    public static Matrix JoinedAlongTime(Dataset data, Frames frames) =>
        Collect(data, frames, mfcc => UtteranceVector.MeansAndDeviations([Joined(UtteranceVector.WithDerivatives(mfcc))]));

    /// <summary>digits-2 as published: derivatives taken across the coefficients (its matrix was transposed); 39 means, 39 deviations.</summary>
    public static Matrix AcrossCoefficients(Dataset data, Frames frames) =>
        Collect(data, frames, mfcc => UtteranceVector.MeansAndDeviations([mfcc, Across(mfcc, 1), Across(mfcc, 2)]));

    /// <summary>As the reports' text says: derivatives over time; all means, all deviations.</summary>
    public static Matrix OverTime(Dataset data, Frames frames) => Collect(data, frames, UtteranceVector.Of);

    private static Matrix Collect(Dataset data, Frames frames, Func<Matrix, double[]> vector) =>
        Matrix.OfRows(Work.Select(data.Clips.Count, i => vector(frames.Of(data.Clips[i].Waveform))));

    private static Matrix Joined(IReadOnlyList<Matrix> parts) =>
        Matrix.OfRows([.. parts.SelectMany(part => Enumerable.Range(0, part.Rows).Select(t => part.Row(t).ToArray()))]);

    private static Matrix Across(Matrix mfcc, int order) => Delta.Of(mfcc.Transpose(), Delta.StandardWidth, order).Transpose();
}
