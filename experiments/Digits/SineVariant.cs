using Research.Models.Networks;
using Research.Models.Training;

namespace Research.Experiments.Digits;

/// <summary>A net, how it is given the points, and which published figures it answers.</summary>
public sealed record SineVariant
{
    public required RecurrentSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>One point a step; false gives all points in one step, as digits-2 did.</summary>
    public required bool PointByPoint { get; init; }

    public required bool RandomPhase { get; init; }

    public required string? EpochClaim { get; init; }

    public required string? ValidationClaim { get; init; }

    public required string? TestClaim { get; init; }

    public string Words
    {
        get
        {
            string kind = (Network.Bidirectional ? "bidirectional " : "") + Kind(Network.Kind);
            string points = PointByPoint ? "point by point" : "all points in one step";
            string phase = RandomPhase ? "random phase" : "fixed phase";
            return FormattableString.Invariant($"{kind} {Network.Layers}x{Network.Hidden}, {points}, {phase}");
        }
    }

    private static string Kind(RecurrentKind kind) =>
        kind switch
        {
            RecurrentKind.Rnn => "rnn",
            RecurrentKind.Lstm => "lstm",
            _ => "gru",
        };
}

/// <summary>What one training gave.</summary>
internal sealed record SineRun(
    double[] TrainLoss,
    double[] ValidationLoss,
    double Validation,
    double Test,
    double TestAfterFirst,
    float[] Sine,
    float[] Cosine,
    float[] Predicted
)
{
    public static void Write(BinaryWriter writer, SineRun run)
    {
        writer.Write(run.TrainLoss.Length);
        Array.ForEach(run.TrainLoss, writer.Write);
        Array.ForEach(run.ValidationLoss, writer.Write);
        writer.Write(run.Validation);
        writer.Write(run.Test);
        writer.Write(run.TestAfterFirst);
        writer.Write(run.Sine.Length);
        Array.ForEach(run.Sine, writer.Write);
        Array.ForEach(run.Cosine, writer.Write);
        Array.ForEach(run.Predicted, writer.Write);
    }

    public static SineRun Read(BinaryReader reader)
    {
        int epochs = reader.ReadInt32();
        double[] train = Numbers(epochs, reader.ReadDouble);
        double[] validation = Numbers(epochs, reader.ReadDouble);
        (double validated, double test, double after) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        int points = reader.ReadInt32();
        float[] sine = Numbers(points, reader.ReadSingle);
        float[] cosine = Numbers(points, reader.ReadSingle);
        return new SineRun(train, validation, validated, test, after, sine, cosine, Numbers(points, reader.ReadSingle));
    }

    private static T[] Numbers<T>(int count, Func<T> next)
    {
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
