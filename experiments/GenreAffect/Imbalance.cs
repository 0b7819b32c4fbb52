namespace Research.Experiments.GenreAffect;

/// <summary>Why does the published LSTM never predict some genres?</summary>
/// <remarks>
/// <para>Follows: steps 5 and 6, where the recall of five of the seven genres that GTZAN has too is 0 (claims genre-affect-016, 028, 031, 034 and 037): blues, hip-hop, jazz, metal and pop. There
/// classes are uneven; in GTZAN they are even. Here those five are cut to 12 clips in training, and the same networks are trained with all clips, with the cut, with the cut and a loss in which each
/// class weighs the same, and with as many clips as the cut leaves, even in all classes. Test and validation parts stay whole, so that each recall is of as many clips.</para>
/// <para>Deviations: GTZAN's spectrograms stand in for the report's. Run: ./build.sh --target GenreAffect.Imbalance --profile paper.</para>
/// </remarks>
internal sealed record Imbalance : Experiment, IStudyExperiment
{
    private const string Stream = "genre/cut";
    private const string CutGroup = "cut";
    private const string WholeGroup = "not cut";

    public override string Question => "Why does the published LSTM never predict some genres?";

    // Data, features, models and training
    public required IReadOnlyList<NetworkVariant> Networks { get; init; }

    public required Protocol Split { get; init; }

    /// <summary>Classes that are cut, as the data names them.</summary>
    public required IReadOnlyList<string> Cut { get; init; }

    /// <summary>Clips that a cut class keeps.</summary>
    public required int Left { get; init; }

    /// <summary>Clips of each class that are as many in all.</summary>
    public required int LeftOfEach { get; init; }

    public static int Order => 12;

    public static Experiment In(Profile profile)
    {
        bool paper = profile.UsesRecordings();
        var lstm = (Lstm)Lstm.In(profile);
        IReadOnlyList<NetworkVariant> variants = lstm.Networks.Variants;
        return new Imbalance
        {
            Data = lstm.Data,
            Seeds = lstm.Seeds,
            Networks = paper ? [variants[0], variants[^1]] : [variants[0]],
            Split = lstm.Networks.Splits[0].Split,
            Cut = ["blues", "hiphop", "jazz", "metal", "pop"],
            Left = paper ? 12 : 3,
            LeftOfEach = paper ? 28 : 9,
        };
    }

    // recall.csv is of all seeds together.
    public override Sample Sampled() => new("the first of three seeds", ["runs"]);

    public override IReadOnlyList<Trial> Trials =>
        [.. from network in Networks from case_ in Cases() from seed in Seeds select TrialOf(network, case_, seed)];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart(
                "recall",
                "Recall of the classes that are cut",
                "Mean over the cut classes and the seeds: with all clips, with the cut, with a loss in which classes weigh the same, and with as few clips, evenly spread."
            )
            {
                Where = new Dictionary<string, string> { ["class"] = CutGroup },
                Labels = ["network", "training"],
                Value = new("recall", "recall"),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        (NetworkVariant Network, Case Case, ClassRun[] Runs)[] all =
        [
            .. from network in Networks from case_ in Cases() select (network, case_, Runs(inputs, network, case_)),
        ];
        ClassRun[] runs = [.. all.SelectMany(own => own.Runs)];
        return new(
            [.. Accuracies.Of(runs)],
            [RunsTable.Of(runs, withRecall: true), Recalls(all, SplitItems.Of(inputs.Open(Data[0])))]
        );
    }

    private ClassRun[] Runs(TableInputs inputs, NetworkVariant network, Case case_) =>
        [
            .. Seeds.Select(seed => new ClassRun(
                $"{network.Name}, {case_.Name}",
                GenreSettings.Filtered,
                seed,
                inputs.Of(TrialOf(network, case_, seed)).Classes(SubsetNames.Test)
            )),
        ];

    // Means over the seeds: of each class, of those that are cut, and of the others.
    private ResultTable Recalls(IEnumerable<(NetworkVariant Network, Case Case, ClassRun[] Runs)> all, SplitItems items)
    {
        var table = new ResultTable(
            "recall",
            Column.Text("network"),
            Column.Text("training"),
            Column.Text("class"),
            Column.Count("trained"),
            Column.Number("recall", 6),
            Column.Number("predicted", 6)
        );
        foreach ((NetworkVariant network, Case own, ClassRun[] runs) in all)
        {
            int[] trained = own.Split.Of(items, Seeds[0]).Train;
            (string Name, double Recall, double Share)[] each =
            [
                .. runs[0].Predictions.Classes.Select((name, c) => (name, Mean(runs, c, Recall), Mean(runs, c, Predicted))),
            ];
            foreach ((string name, double recall, double share) in each)
            {
                table.Add(network.Name, own.Name, name, trained.Count(i => items.Labels[i] == name), recall, share);
            }

            foreach ((string group, bool cut) in new[] { (CutGroup, true), (WholeGroup, false) })
            {
                (string Name, double Recall, double Share)[] members = [.. each.Where(item => Cut.Contains(item.Name) == cut)];
                table.Add(
                    network.Name,
                    own.Name,
                    group,
                    null,
                    OrderedSum.Mean([.. members.Select(item => item.Recall)]),
                    OrderedSum.Mean([.. members.Select(item => item.Share)])
                );
            }
        }

        return table;
    }

    private static double Mean(ClassRun[] runs, int c, Func<ClassRun, int, double> value) =>
        OrderedSum.Mean([.. runs.Select(run => value(run, c))]);

    private static double Recall(ClassRun run, int c) => run.Confusion.Recall(c);

    // Share of the test items for which the class was predicted.
    private static double Predicted(ClassRun run, int c) =>
        (double)run.Predictions.Predicted.Count(own => own == c) / run.Predictions.Items.Count;

    private Case[] Cases()
    {
        string few = FormattableString.Invariant($"five genres cut to {Left} clips");
        string even = FormattableString.Invariant($"all genres cut to {LeftOfEach} clips");
        return
        [
            new("all clips", GenreSettings.Filtered, Split, Balances: false), // as Lstm trains it
            new(few, $"{GenreSettings.Filtered}, {few}", CutTo(Cut, Left), Balances: false),
            new($"{few}, balanced loss", $"{GenreSettings.Filtered}, {few}", CutTo(Cut, Left), Balances: true),
            new(even, $"{GenreSettings.Filtered}, {even}", CutTo(null, LeftOfEach), Balances: false),
        ];
    }

    private CutClasses CutTo(IReadOnlyList<string>? classes, int left) =>
        new()
        {
            Whole = Split,
            Classes = classes,
            Items = left,
            Stream = Stream,
        };

    private ItemNetworkTrial TrialOf(NetworkVariant network, Case own, ulong seed) =>
        (own.Balances ? network with { Name = $"{network.Name}, balanced loss", BalancesClasses = true } : network).On(
            Data[0],
            own.SplitName,
            own.Split,
            seed
        );

    private sealed record Case(string Name, string SplitName, Protocol Split, bool Balances);
}
