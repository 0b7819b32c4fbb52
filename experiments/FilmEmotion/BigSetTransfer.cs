namespace Research.Experiments.FilmEmotion;

/// <summary>Does it help to learn emotion from another, larger set of music first?</summary>
/// <remarks>
/// <para>Follows: the study's part B (claims film-emotion-645 to 836): networks trained on 17,000 clips of pop with Spotify's energy and valence are trained on for film music. That set is private; EMOPIA's 1,078 clips of
/// pop piano, in quadrants of energy and valence, stand in for it, and rated piano pieces (VGMIDI and MemoMusic, in thirds) and 61 real recordings of MemoMusic for film music.</para>
/// <para>SqueezeNet 1.1: from ImageNet to the rated pieces, and from ImageNet over EMOPIA (the trials of ImageNetTransfer) to them; its last layer alone, or for the recordings all of it. Paired differences say whether the way over EMOPIA helps.</para>
/// <para>Deviations: the last layer is made anew, as quadrants become thirds; as in ImageNetTransfer, a tenth of the suggested rate. In profile quick: from the energy of generated music to its valence.
/// Run: ./build.sh --target FilmEmotion.BigSetTransfer --profile paper.</para>
/// </remarks>
internal sealed record BigSetTransfer : Experiment, IStudyExperiment
{
    private const string Part = "B big-set-transfer";
    private const string Way = "over EMOPIA";

    public override string Question => "Does it help to learn emotion from another, larger set of music first?";

    // Data, networks and training
    /// <summary>Straight from the first weights, and over the other set.</summary>
    public required IReadOnlyList<(PictureRun Straight, PictureRun Over)> Pairs { get; init; }

    public static int Order => 40;

    public static Experiment? In(Profile profile) =>
        profile switch
        {
            Profile.Quick => Quick(),
            Profile.Paper => Full(),
            _ => null, // ImageNetTransfer has a network of the same kind in the sample
        };

    public static Experiment Full() =>
        Of(
            [
                .. from rated in PictureCase.RatedPiano().Concat(PictureCase.PianoRecordings())
                from frozen in rated.Data.Id == FilmSettings.Piano.Id ? new[] { true } : [true, false]
                let variant = FilmNetworks.KeptWhole with
                {
                    KeepsModels = false,
                    Frozen = frozen,
                }
                select Pair(rated, variant, PictureCase.Piano().First(), FilmNetworks.KeptWhole, Way, FilmSettings.ThreeSeeds),
            ],
            FilmSettings.ThreeSeeds
        );

    public override IReadOnlyList<Trial> Trials =>
        [
            .. Pairs
                .SelectMany(pair => new[] { pair.Straight, pair.Over })
                .SelectMany(run => run.Trials)
                .Select(own => own.Trial)
                .DistinctBy(trial => trial.Description),
        ];

    public override IReadOnlyList<Chart> Charts() => PictureTables.Charts(Runs);

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        ResultTable differences = ClassDifferencesTable.New();
        ClassRun[] runs = [.. Runs.SelectMany(run => run.Tested(inputs))];
        foreach ((PictureRun straight, PictureRun over) in Pairs)
        {
            Dictionary<string, string> groups = inputs
                .Open(over.Case.Data)
                .Items.ToDictionary(item => item.Id, item => item.Group);
            ClassDifferencesTable.Add(differences, runs, over.Case.SplitName, over.Name, straight.Name, item => groups[item]);
        }

        return PictureTables.Of(inputs, Runs, Seeds[0], differences);
    }

    private static BigSetTransfer Quick()
    {
        PictureCase[] cases = [.. PictureCase.Synthetic()];
        PictureVariant variant = FilmNetworks.QuickWhole with { KeepsModels = false };
        return Of([Pair(cases[1], variant, cases[0], FilmNetworks.QuickWhole, "over energy", [1])], [1]);
    }

    private IReadOnlyList<PictureRun> Runs => [.. Pairs.SelectMany(pair => new[] { pair.Straight, pair.Over })];

    private static BigSetTransfer Of(IReadOnlyList<(PictureRun Straight, PictureRun Over)> pairs, IReadOnlyList<ulong> seeds) =>
        new()
        {
            Data = [.. pairs.Select(pair => pair.Over.Case.Data).DistinctBy(data => data.Id)],
            Seeds = seeds,
            Pairs = pairs,
        };

    private static (PictureRun Straight, PictureRun Over) Pair(
        PictureCase rated,
        PictureVariant variant,
        PictureCase learned,
        PictureVariant start,
        string way,
        IReadOnlyList<ulong> seeds
    )
    {
        PictureRun straight = PictureRun.Of(rated, variant, seeds) with { Experiment = Part };
        PictureVariant after = variant with { Way = way };
        return (
            straight,
            new(
                $"{rated.Name}, {after.Name}",
                rated,
                after,
                [.. seeds.Select(seed => (seed, after.On(rated, seed) with { Start = start.On(learned, seed) }))]
            )
            {
                Experiment = Part,
            }
        );
    }
}
