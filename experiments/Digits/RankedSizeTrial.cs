namespace Research.Experiments.Digits;

/// <summary>The network size that comes so-and-so far in the first grid, trained again with some dropout and L2: which size that is, the first grid's validation says.</summary>
internal sealed record RankedSizeTrial : Trial
{
    public const string Hidden = "hidden";
    public const string Layers = "layers";

    /// <summary>The first grid: every size with every seed.</summary>
    public required IReadOnlyList<RecurrentTrial> Sizes { get; init; }

    /// <summary>0 for the size with the highest mean validation accuracy over the seeds.</summary>
    public required int Rank { get; init; }

    public required double Dropout { get; init; }

    public required double WeightDecay { get; init; }

    public required ulong Seed { get; init; }

    public override string Description =>
        FormattableString.Invariant($"size ranked {Rank + 1}, dropout {Dropout:0.##}, l2 {WeightDecay:0.####}/seed {Seed}");

    public override IReadOnlyList<DatasetRef> Data => Sizes[0].Data;

    public override IReadOnlyList<FeatureSet> Features => Sizes[0].Features;

    public override IReadOnlyList<Trial> Uses => Sizes;

    public override TrialResult Run(TrialInputs inputs)
    {
        RecurrentTrial size = Ranked(inputs).Single(trial => trial.Seed == Seed);
        RecurrentTrial own = size with { Variant = Regularised(size.Variant) };

        // Without regularisation it is the size itself, which has been trained.
        TrialResult result = own == size ? inputs.Result(size) : own.Run(inputs.For(own));
        return result with
        {
            Numbers = new Dictionary<string, IReadOnlyList<double>>
            {
                [Hidden] = [size.Variant.Network.Hidden],
                [Layers] = [size.Variant.Network.Layers],
            },
        };
    }

    /// <summary>The network of a size with this trial's regularisation.</summary>
    public RecurrentVariant Regularised(RecurrentVariant size)
    {
        OptimizerSettings optimizer = size.Training.Optimizer with { WeightDecay = WeightDecay };
        return size with
        {
            Network = size.Network with { Dropout = Dropout },
            Training = size.Training with { Optimizer = optimizer },
        };
    }

    private IEnumerable<RecurrentTrial> Ranked(TrialInputs inputs) =>
        Sizes
            .GroupBy(trial => trial.Variant)
            .OrderByDescending(size =>
                OrderedSum.Mean([
                    .. size.Select(trial => inputs.Result(trial).Classes(SubsetNames.Validation).Confusion.Accuracy),
                ])
            )
            .ElementAt(Rank);
}
