using Research.Models.Training.Transfer;

namespace Research.Experiments.FilmEmotion;

/// <summary>Which pictures a network learns from, and how.</summary>
/// <param name="Name">In words, as tables have it.</param>
/// <param name="LearnsReal">Whether real pictures are among them.</param>
/// <param name="Generated">How many generated ones of each class.</param>
/// <param name="Training">Of the network.</param>
internal sealed record GeneratedWay(string Name, bool LearnsReal, GeneratedParts Generated, TransferSettings Training)
{
    public bool UsesGenerated => Generated.Train + Generated.Validation > 0;

    /// <summary>Real pictures with so many generated ones.</summary>
    public static GeneratedWay Real(int generated, TransferSettings training) =>
        new(
            generated == 0 ? "real alone" : FormattableString.Invariant($"real and {generated} generated a class"),
            true,
            new(generated, 0),
            training
        );

    /// <summary>Generated pictures alone, some of which validate: as the study trained.</summary>
    public static GeneratedWay Alone(int train, int validation, TransferSettings training) =>
        new(FormattableString.Invariant($"generated alone, {train} a class"), false, new(train, validation), training);
}
