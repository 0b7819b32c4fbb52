namespace Research.Experiments.Digits;

/// <summary>A net, how it is given the points, and whether digits-2 published figures of it.</summary>
internal sealed record SineVariant
{
    public required RecurrentSettings Network { get; init; }

    public required TrainingSettings Training { get; init; }

    /// <summary>One point a step; false gives all points in one step, as digits-2 did.</summary>
    public required bool PointByPoint { get; init; }

    public required bool RandomPhase { get; init; }

    public required bool IsPublished { get; init; }

    public string Name
    {
        get
        {
            string kind = (Network.Bidirectional ? "bidirectional " : "") + KindName;
            string points = PointByPoint ? "point by point" : "all points in one step";
            string phase = RandomPhase ? "random phase" : "fixed phase";
            return FormattableString.Invariant($"{kind} {Network.Layers}x{Network.Hidden}, {points}, {phase}");
        }
    }

    public string KindName =>
        Network.Kind switch
        {
            RecurrentKind.Rnn => "rnn",
            RecurrentKind.Lstm => "lstm",
            _ => "gru",
        };
}
