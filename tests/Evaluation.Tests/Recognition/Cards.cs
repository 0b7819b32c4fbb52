using Research.Evaluation.Recognition;

namespace Research.Evaluation.Tests.Recognition;

internal static class Cards
{
    public static ModelCard Card { get; } =
        new()
        {
            Title = "Loud or not: \"a\" and 'ö'",
            Labels = ["loud", "not"],
            Dataset = "noise",
            DatasetVersion = "1",
            DatasetDigest = "abc",
            Synthetic = true,
            LearnedFrom = 12,
            Score = new("random split", 5, 0.8, 1.0 / 3),
            Seen = new([8000, 16_000], 0.25, 1.0 / 7, -40.5, -0.1),
            Calibration = new(2.5, "validation part", 7, 0.3, 1.0 / 11),
            Familiar = new(-3.25, 1.0 / 49, 49),
            Note = "A guess.",
        };
}
