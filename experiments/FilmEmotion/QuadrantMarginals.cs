using Research.Data.Classes;

namespace Research.Experiments.FilmEmotion;

/// <summary>What probabilities of quadrants say of energy and of valence alone.</summary>
internal static class QuadrantMarginals
{
    private static readonly string[] Quadrants = ["Q1", "Q2", "Q3", "Q4"];
    private static readonly string[] HighInEnergy = ["Q1", "Q2"];
    private static readonly string[] HighInValence = ["Q1", "Q4"];

    /// <summary>The run itself, and where its classes are the quadrants, energy and valence that follow.</summary>
    public static IEnumerable<ClassRun> WithHalves(string variant, string split, ulong seed, ClassPredictions predicted)
    {
        yield return new(variant, split, seed, predicted);
        if (predicted.Classes.SequenceEqual(Quadrants))
        {
            yield return new($"{variant}: energy of the quadrants", split, seed, Energy(predicted));
            yield return new($"{variant}: valence of the quadrants", split, seed, Valence(predicted));
        }
    }

    public static ClassPredictions Energy(ClassPredictions quadrants) => Half(quadrants, HighInEnergy);

    public static ClassPredictions Valence(ClassPredictions quadrants) => Half(quadrants, HighInValence);

    // Classes in ordinal order: high, low. An even probability counts as high.
    private static ClassPredictions Half(ClassPredictions own, string[] high)
    {
        int[] isHigh = [.. own.Classes.Select(name => high.Contains(name) ? 1 : 0)];
        double[] share = [.. own.Probabilities!.Select(row => OrderedSum.Of([.. row.Select((p, k) => p * isHigh[k])]))];
        return own with
        {
            Classes = [TargetThirds.High, TargetThirds.Low],
            Truth = [.. own.Truth.Select(k => 1 - isHigh[k])],
            Predicted = [.. share.Select(p => p >= 0.5 ? 0 : 1)],
            Probabilities = [.. share.Select(p => new[] { p, 1 - p })],
        };
    }
}
