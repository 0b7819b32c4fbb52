using Research.Models.Training.Transfer;

namespace Research.Experiments.FilmEmotion;

/// <summary>Do networks that learned to see photographs hear emotion in pictures of music?</summary>
/// <remarks>
/// <para>Follows: the study's part A (claims film-emotion-069 to 644): mel spectrograms of ten seconds as pictures; networks trained on ImageNet, their last layer alone or all layers trained for 20 epochs by
/// gradient descent with momentum, the rate from a range test and lowered on plateaus.</para>
/// <para>Data: the 360 excerpts where all recordings are (research data add eerola-360-audio FOLDER --whole; nothing else differs): then figures on them answer the study's. Without them pop piano stands in, on our own
/// instrument: 1,078 clips in quadrants, and in halves of energy and of valence. A fifth of the songs is tested, another fifth for each seed; clips as they come, as the study split, stand beside it.</para>
/// <para>Networks: the real weights that can be had, of SqueezeNet 1.0 and 1.1 and a ResNet-18. Beside a whole SqueezeNet and a frozen ResNet the same from random weights, with paired differences. Frozen trunks also feed a support vector
/// machine, in five folds of songs, as Handcrafted has them.</para>
/// <para>Deviations: at the rate that the range test suggests the SqueezeNets fall silent (their last rectifier gives 0 for everything), so a tenth of it is taken, and the published way stands beside it. Whole networks
/// learn quadrants alone, for ten epochs, from pictures of 112 pixels, for two cores' sake; profile full has 20 epochs, 224 pixels and all three, and the study's six networks on its own data. Batches of 32 (none is stated). In profile quick: generated music, random
/// weights, 64 pixels, three epochs. Run: ./build.sh --target FilmEmotion.ImageNetTransfer --profile paper.</para>
/// </remarks>
internal sealed record ImageNetTransfer : Experiment, IStudyExperiment, IExportsModels
{
    private const int ScratchSeed = 1; // of random trunks under support vector machines

    public override string Question => "Do networks that learned to see photographs hear emotion in pictures of music?";

    // Data, networks and training
    public required IReadOnlyList<PictureRun> Runs { get; init; }

    /// <summary>Trained and random weights of one network, compared item by item.</summary>
    public required IReadOnlyList<(PictureVariant Trained, PictureVariant Random)> Pairs { get; init; }

    /// <summary>Frozen trunks under a classifier of vectors.</summary>
    public required IReadOnlyList<TrunkCase> Trunks { get; init; }

    /// <summary>Looks into one of the trained networks; null for none.</summary>
    public required OcclusionTrial? Occlusion { get; init; }

    public static int Order => 30;

    public static Experiment In(Profile profile) =>
        profile == Profile.Quick ? Quick()
        : profile == Profile.Sample
            ? Of([1], [.. PictureCase.Piano().Take(1)], [FilmNetworks.Frozen(PretrainedNetwork.SqueezeNet11)], [], [])
        : Paper();

    /// <summary>All of paper, whole networks at the size that they were published for, and the study's six networks on its own data.</summary>
    public static Experiment Full()
    {
        var paper = (ImageNetTransfer)Paper();
        IEnumerable<PictureRun> whole =
            from heard in PictureCase.Piano()
            from network in FilmNetworks.WithRealWeights
            from variant in new[] { FilmNetworks.Whole(network), FilmNetworks.Whole(network.FromScratch()) }
            select PictureRun.Of(
                heard,
                variant with
                {
                    Side = FilmNetworks.Side,
                    Training = FilmNetworks.Slower,
                },
                FilmSettings.ThreeSeeds
            );
        IEnumerable<PictureRun> published =
            from heard in PictureCase.Film()
            from variant in FilmNetworks.AsPublished()
            select PictureRun.Of(heard, variant, FilmSettings.ThreeSeeds);
        return Of(
            paper.Seeds,
            [.. paper.Runs.Where(run => !run.Case.IsPublished), .. whole, .. published],
            paper.Pairs,
            paper.Trunks,
            paper.Runs.First(run => run.Variant.KeepsModels)
        );
    }

    public override Sample Sampled() => new("the first of three seeds of one frozen network, on quadrants", ["runs", "classes"]);

    public override IReadOnlyList<Trial> Trials =>
        [
            .. Runs.SelectMany(run => run.Trials).Select(own => own.Trial),
            .. from trunk in Trunks from seed in Seeds select trunk.On(seed),
            .. Occlusion is null ? Array.Empty<Trial>() : [Occlusion],
        ];

    public override IReadOnlyList<FeatureSet> Features => Occlusion?.Features ?? [];

    public override IReadOnlyList<Chart> Charts() =>
        [.. PictureTables.Charts(Runs), .. Occlusion is null ? [] : OcclusionTable.Charts()];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ResultTable differences = ClassDifferencesTable.New();
        ClassRun[] runs = [.. Runs.SelectMany(run => run.Tested(inputs))];
        Dictionary<string, string> songs = inputs.Open(Data[0]).Items.ToDictionary(item => item.Id, item => item.Group);
        foreach (PictureRun run in Runs.Where(run => !run.Case.IsPublished))
        {
            foreach ((_, PictureVariant random) in Pairs.Where(pair => pair.Trained.Name == run.Variant.Name))
            {
                string baseline = $"{run.Case.Name}, {random.Name}";
                if (runs.Any(own => own.Variant == baseline && own.Split == run.Case.SplitName))
                {
                    ClassDifferencesTable.Add(differences, runs, run.Case.SplitName, run.Name, baseline, item => songs[item]);
                }
            }
        }

        Measurement networks = PictureTables.Of(inputs, Runs, Seeds[0], differences);
        ClassRun[] trunks = [.. from trunk in Trunks from seed in Seeds select trunk.Run(inputs, seed)];
        return networks with
        {
            Figures = [.. networks.Figures, .. Accuracies.Of(trunks)],
            Tables = [.. networks.Tables, TrunkCase.TableOf(trunks), .. Occluded(inputs)],
            Files = new Dictionary<string, byte[]>
            {
                [ModelCards.File] = ModelCards.Write([.. Exported.Select(run => (NameOf(run), CardOf(inputs, run)))]),
            },
        };
    }

    public IReadOnlyList<ExportedModel> Models() =>
        [
            .. Exported.Select(run => new ExportedModel(
                NameOf(run),
                run.Trials[0].Trial,
                FilmRecognizer.KindName,
                new FilmRecognizerSettings { Architecture = run.Variant.Network.Architecture, Side = run.Variant.Side }
            )),
        ];

    // The first seed of each network that is kept whole.
    private IEnumerable<PictureRun> Exported => Runs.Where(run => run.Variant is { KeepsModels: true, Frozen: false });

    private static string NameOf(PictureRun run) => run.Case.Task.Target;

    private static ModelCard CardOf(TableInputs inputs, PictureRun run)
    {
        ImageNetworkTrial trial = run.Trials[0].Trial;
        Dataset data = run.Case.Task.Rule.Of(inputs.Open(run.Case.Data));
        return ModelCards.Of(
            data,
            $"{run.Case.Task.Target} of music, ten seconds by ten seconds: {run.Variant.Name}",
            trial.Pictures.Protocol.Of(SplitItems.Of(data), trial.Seed).Train,
            run.Case.SplitName,
            inputs.Of(trial),
            FilmRecognizer.Note
        );
    }

    private IEnumerable<ResultTable> Occluded(TableInputs inputs)
    {
        if (Occlusion is null)
        {
            return [];
        }

        FeatureSet levels = Occlusion.Features[0];
        Dictionary<string, Matrix> pictures = inputs
            .Open(levels.Data)
            .Items.Zip(inputs.Read(levels))
            .ToDictionary(own => own.First.Id, own => own.Second);
        return OcclusionTable.Of(Occlusion, inputs.Of(Occlusion), item => pictures[item]);
    }

    private static Experiment Paper()
    {
        PictureCase[] piano = [.. PictureCase.Piano()];
        PictureCase quadrants = piano[0];
        PretrainedNetwork residual = PretrainedNetwork.ResNet18;
        PictureVariant[] frozen =
        [
            FilmNetworks.Frozen(PretrainedNetwork.SqueezeNet11),
            FilmNetworks.Frozen(residual),
            FilmNetworks.Frozen(residual.FromScratch()),
        ];
        PictureVariant[] published =
        [
            .. new[] { frozen[0], frozen[1] }.Select(own => own with { Training = TransferSettings.Film, Way = "as published" }),
        ];
        PictureVariant squeezed = FilmNetworks.KeptWhole; // for BigSetTransfer
        PictureVariant random = FilmNetworks.Whole(PretrainedNetwork.SqueezeNet11.FromScratch());
        return Of(
            FilmSettings.ThreeSeeds,
            [
                .. from heard in piano from variant in frozen select PictureRun.Of(heard, variant, FilmSettings.ThreeSeeds),
                .. from variant in new[] { squeezed, random } select PictureRun.Of(quadrants, variant, FilmSettings.ThreeSeeds),
                .. from variant in published select PictureRun.Of(quadrants, variant, FilmSettings.ThreeSeeds),
                PictureRun.Of(quadrants, FilmNetworks.Frozen(PretrainedNetwork.SqueezeNet10), FilmSettings.ThreeSeeds),
                PictureRun.Of(PictureCase.LeakyQuadrants, frozen[1], FilmSettings.ThreeSeeds),
                .. from heard in PictureCase.Film()
                from variant in FilmNetworks.AsPublished().Where(own => own.Claimed == FilmNetworks.SqueezeNet)
                select PictureRun.Of(heard, variant, FilmSettings.ThreeSeeds),
            ],
            [(squeezed, random), (frozen[^2], frozen[^1])],
            [
                .. from task in FilmTask.Piano
                from network in FilmNetworks.WithRealWeights.Append(residual.FromScratch())
                select TrunkCase.Of(task, network, ScratchSeed),
            ],
            PictureRun.Of(quadrants, squeezed, FilmSettings.ThreeSeeds)
        );
    }

    private static Experiment Quick()
    {
        PictureVariant kept = FilmNetworks.QuickWhole;
        PictureVariant[] variants =
        [
            kept,
            FilmNetworks.Quick(kept.Network, frozen: true),
            FilmNetworks.Quick(FilmNetworks.AlexNetFromScratch, frozen: true),
        ];
        PictureCase[] cases = [.. PictureCase.Synthetic()];
        PictureRun[] runs =
        [
            .. from heard in cases
            from variant in variants
            select PictureRun.Of(heard, variant with { KeepsModels = variant.KeepsModels && heard == cases[0] }, [1]),
        ];
        return Of([1], runs, [], [], runs[0]);
    }

    private static ImageNetTransfer Of(
        IReadOnlyList<ulong> seeds,
        IReadOnlyList<PictureCase> cases,
        IReadOnlyList<PictureVariant> variants,
        IReadOnlyList<(PictureVariant, PictureVariant)> pairs,
        IReadOnlyList<TrunkCase> trunks
    ) =>
        Of(
            seeds,
            [.. from heard in cases from variant in variants select PictureRun.Of(heard, variant, seeds)],
            pairs,
            trunks,
            null
        );

    private static ImageNetTransfer Of(
        IReadOnlyList<ulong> seeds,
        IReadOnlyList<PictureRun> runs,
        IReadOnlyList<(PictureVariant Trained, PictureVariant Random)> pairs,
        IReadOnlyList<TrunkCase> trunks,
        PictureRun? occluded
    ) =>
        new()
        {
            Data = [.. runs.Select(run => run.Case.Data).DistinctBy(data => data.Id)],
            Seeds = seeds,
            Runs = runs,
            Pairs = pairs,
            Trunks = trunks,
            Occlusion = occluded is null
                ? null
                : new()
                {
                    Trained = occluded.Trials[0].Trial,
                    Square = 16,
                    Step = 8,
                },
        };
}
