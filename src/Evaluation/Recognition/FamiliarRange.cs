namespace Research.Evaluation.Recognition;

/// <summary>How like those of its training a recording must be for a model's answer to mean something.</summary>
/// <param name="Least">Below it a recording is a stranger's: unlike all that the model heard.</param>
/// <param name="Refused">Share of the recordings that fixed it which lie below.</param>
/// <param name="Items">How many recordings, which the model did not learn from, fixed it.</param>
public sealed record FamiliarRange(double Least, double Refused, int Items)
{
    private const double MostRefused = 0.02;

    /// <summary>The range that refuses two in a hundred of some recordings, or fewer.</summary>
    public static FamiliarRange Of(IReadOnlyList<double> heldOut)
    {
        double[] ordered = [.. heldOut.Order()];
        double least = ordered[(int)(MostRefused * ordered.Length)];
        return new(least, (double)ordered.Count(value => value < least) / ordered.Length, ordered.Length);
    }

    /// <summary>Whether a recording is outside. What is no number is.</summary>
    public bool IsStranger(double familiarity) => !(familiarity >= Least);

    /// <summary>What to say of a stranger.</summary>
    public string Warning(double familiarity) =>
        FormattableString.Invariant(
            $"it is unlike the recordings of the training (familiarity {familiarity:G4}; {100 * (1 - Refused):0} % of {Items} others had at least {Least:G4}), so the answer may mean nothing"
        );
}
