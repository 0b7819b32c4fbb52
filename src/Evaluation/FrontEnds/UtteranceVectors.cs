using Research.Data;
using Research.Features.Cepstral;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>One vector a recording, in the three forms that the reports' preparation knows (steps 5 and 7).</summary>
/// <remarks>Oracle: golden pca_digits.json (vectors of two recordings), 1e-4.</remarks>
public static class UtteranceVectors
{
    /// <summary>digits-1 as published: coefficients, derivatives and second derivatives joined along time; 13 means, 13 deviations.</summary>
    public static Matrix JoinedAlongTime(Dataset data, MfccFrames frames) =>
        Collect(data, frames, mfcc => UtteranceVector.MeansAndDeviations([Joined(UtteranceVector.WithDerivatives(mfcc))]));

    /// <summary>digits-2 as published: derivatives taken across the coefficients (its matrix was transposed); 39 means, 39 deviations.</summary>
    public static Matrix AcrossCoefficients(Dataset data, MfccFrames frames) =>
        Collect(data, frames, mfcc => UtteranceVector.MeansAndDeviations([mfcc, Across(mfcc, 1), Across(mfcc, 2)]));

    /// <summary>As the reports' text says: derivatives over time; all means, all deviations.</summary>
    public static Matrix OverTime(Dataset data, MfccFrames frames) => Collect(data, frames, UtteranceVector.Of);

    private static Matrix Collect(Dataset data, MfccFrames frames, Func<Matrix, double[]> vector) =>
        Matrix.OfRows(ParallelLoop.Select(data.Items.Count, i => vector(frames.Of(data.Items[i].Waveform))));

    private static Matrix Joined(IReadOnlyList<Matrix> parts) =>
        Matrix.OfRows([.. parts.SelectMany(part => Enumerable.Range(0, part.Rows).Select(t => part.Row(t).ToArray()))]);

    private static Matrix Across(Matrix mfcc, int order) => Delta.Of(mfcc.Transpose(), Delta.StandardWidth, order).Transpose();
}

/// <summary>Which of the three forms a vector has.</summary>
public enum VectorForm
{
    /// <summary>digits-1 as published.</summary>
    JoinedAlongTime,

    /// <summary>digits-2 as published.</summary>
    AcrossCoefficients,

    /// <summary>As the reports' text says.</summary>
    OverTime,
}

/// <summary>One vector a recording of a dataset, computed once for all experiments.</summary>
public sealed record VectorSet : FeatureSet
{
    public required MfccFrames Frames { get; init; }

    public required VectorForm Form { get; init; }

    /// <summary>Values of a vector: means and deviations of the coefficients, and in two forms of both derivatives.</summary>
    public int Length => (Form == VectorForm.JoinedAlongTime ? 2 : 6) * Frames.Coefficients;

    public override string Name =>
        Form switch
        {
            VectorForm.JoinedAlongTime => $"vectors-joined-{Frames.Name}",
            VectorForm.AcrossCoefficients => $"vectors-across-{Frames.Name}",
            _ => $"vectors-{Frames.Name}",
        };

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [1, features].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
    {
        Matrix all = Form switch
        {
            VectorForm.JoinedAlongTime => UtteranceVectors.JoinedAlongTime(inputs.Data, Frames),
            VectorForm.AcrossCoefficients => UtteranceVectors.AcrossCoefficients(inputs.Data, Frames),
            _ => UtteranceVectors.OverTime(inputs.Data, Frames),
        };
        return [.. Enumerable.Range(0, all.Rows).Select(i => all.Take([i]))];
    }

    /// <summary>The set as it was read, one row an item.</summary>
    public static Matrix Rows(Matrix[] clips) => Matrix.OfRows([.. clips.Select(clip => clip.Row(0).ToArray())]);
}
