using Research.Data.Datasets;
using Research.Models.Networks.Generative;
using Research.Models.Networks.Generative.Augmentation;
using Research.Models.Training.Transfer;

namespace Research.Experiments.FilmEmotion;

/// <summary>Do pictures that a generative network makes of a few spectrograms help to recognise emotion in others?</summary>
/// <remarks>
/// <para>Follows: the study's part C (claims film-emotion-837 to 932): a StyleGAN2-ADA learns the pictures of one class, all that are not tested; 800 pictures that it makes train a network, 200 validate, real ones
/// test it. Beside that, as the study did not: real pictures alone, and with 100, 300 and 1,000 generated ones a class.</para>
/// <para>Data: the 360 excerpts where all recordings are (research data add eerola-360-audio FOLDER --whole): then figures on them answer the study's of SqueezeNet 1.0. Without them pop piano stands in and answers
/// none: EMOPIA's quadrants with as few pictures to learn from as the study's classes had (25, 11, 35, 36), 30 clips of other songs of each tested; songs and drawn clips change with the seed.</para>
/// <para>Deviations, for two cores' sake: generators of 32×32 pixels, from random weights (FFHQ's cannot be had), 2,000 pictures shown instead of 1,000,000, batches of 4; every picture, real ones too, is brought to
/// that size before a network sees it at 64×64, so that neither kind is sharper. A network sees 3,200 to 4,100 pictures however many there are, in batches of 16 at one rate: so
/// the ways differ in what is shown alone, not in how much. Of 0.0003, 0.001 and 0.003 that rate was taken at which the loss of the 85 real pictures alone fell; test figures were in sight. Four seeds. In profile full beside that the study's networks, sizes and lengths.</para>
/// <para>In profile quick: generated music, 16×16 pixels, random weights. Run: ./build.sh --target FilmEmotion.GanAugmentation --profile paper.</para>
/// </remarks>
internal sealed record GanAugmentation : Experiment, IStudyExperiment
{
    public override string Question =>
        "Do pictures that a generative network makes of a few spectrograms help to recognise emotion in others?";

    // Data, generators and networks
    public required IReadOnlyList<GanCase> Cases { get; init; }

    /// <summary>Whether generators are looked at, even where no way uses their pictures.</summary>
    public required bool LooksAtGenerators { get; init; }

    public static int Order => 45;

    public static Experiment In(Profile profile)
    {
        if (profile == Profile.Quick)
        {
            return Quick();
        }

        GanAugmentation paper = OnTwoCores();
        return profile == Profile.Sample
            ? paper with
            {
                Seeds = [1],
                Cases = [.. paper.Cases.Select(own => own with { Ways = [own.Ways[0]] })],
                LooksAtGenerators = false,
            }
            : paper;
    }

    public override Sample Sampled() => new("the first of four seeds, real pictures alone", ["runs", "classes"]);

    /// <summary>Small generators, and the same with the study's generators, picture sizes and lengths of training; from random weights.</summary>
    public static Experiment Full()
    {
        GanAugmentation small = OnTwoCores();
        return small with { Cases = [.. small.Cases, .. small.Cases.Select(AsPublished)] };
    }

    /// <summary>Small generators alone.</summary>
    internal static GanAugmentation OnTwoCores() =>
        Of(
            [1, 2, 3, 4],
            [
                Small(GanCase.FewPiano, GanCase.Quadrants),
                Small(GanCase.Film, FilmRatings.Emotions) with
                {
                    Network = PretrainedNetwork.SqueezeNet10,
                    ClaimedNetwork = FilmNetworks.SqueezeNet,
                },
            ],
            true
        );

    public override IReadOnlyList<Trial> Trials =>
        [
            .. from own in Looked() select (Trial)own.Trial.Generator,
            .. from own in Looked() select own.Trial,
            .. from heard in Cases from way in heard.Ways from seed in Seeds select heard.Recognised(way, seed),
        ];

    public override IReadOnlyList<Chart> Charts() => GanTables.Charts(Cases[0], LooksAtGenerators);

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        AugmentedRun[] runs = [.. from heard in Cases from way in heard.Ways select new AugmentedRun(heard, way, Seeds)];
        GeneratorRun[] looked = [.. Looked()];
        return new(
            [.. runs.SelectMany(run => run.Figures(inputs)), .. GanTables.Figures(inputs, looked)],
            [
                .. GanTables.OfNetworks(inputs, runs, Seeds[0]),
                .. LooksAtGenerators ? GanTables.OfGenerators(inputs, looked, Seeds[0]) : [],
            ]
        );
    }

    private IEnumerable<GeneratorRun> Looked() =>
        from heard in Cases
        where LooksAtGenerators
        from label in heard.Labels
        from seed in Seeds
        select new GeneratorRun(heard, label, seed, heard.LookedAt(label, seed));

    // One rate for all: a rule that watches epochs would lower it early where 85 pictures make many, and never where thousands make one.
    private static TransferSettings Training(int epochs, double rate) =>
        TransferSettings.Film with
        {
            Epochs = epochs,
            BatchSize = 16,
            RangeTest = null,
            LearningRate = rate,
            Plateau = TransferSettings.Film.Plateau with { Patience = epochs },
        };

    private const double Rate = 0.0003; // see the remarks

    // Of piano 85 real pictures are learned from: each way shows 3,200 to 4,100.
    private static GeneratedWay[] PaperWays { get; } =
    [
        GeneratedWay.Real(0, Training(46, Rate)),
        GeneratedWay.Real(100, Training(8, Rate)),
        GeneratedWay.Real(300, Training(3, Rate)),
        GeneratedWay.Real(1_000, Training(1, Rate)),
        GeneratedWay.Alone(800, 200, Training(1, Rate)),
    ];

    private static GanSettings Gan32 { get; } =
        GanSettings.Small64 with
        {
            Networks = StyleGanSettings.Small64 with { Resolution = 32, ChannelBase = 512, MostChannels = 32, Latent = 32 },
            BatchSize = 4,
            R1Gamma = 0.0002 * 32 * 32 / 4, // NVIDIA's rule for that size and batch
            AverageHalfLife = 500,
        };

    private static GanCase Small(PictureCase heard, IReadOnlyList<string> labels) =>
        new(heard, labels)
        {
            GanName = "stylegan2-ada 32",
            Gan = Gan32,
            Epochs = 10,
            PicturesAnEpoch = 200,
            Generated = 1_000,
            Network = PretrainedNetwork.SqueezeNet11,
            ClaimedNetwork = "",
            Side = 64,
            Ways = PaperWays,
        };

    private static GanCase AsPublished(GanCase small) =>
        small with
        {
            GanName = "stylegan2-ada 256",
            Gan = GanSettings.Published256,
            Epochs = 250,
            PicturesAnEpoch = 4_000,
            Side = FilmNetworks.Side,
            Ways = [.. small.Ways.Select(way => way with { Training = FilmNetworks.Slower })],
        };

    private static GanAugmentation Quick()
    {
        TransferSettings training = Training(6, 0.005);
        GanCase heard = Small(GanCase.Synthetic(12, 10), GanCase.Thirds) with
        {
            GanName = "stylegan2-ada 16",
            Gan = Gan32 with
            {
                Networks = Gan32.Networks with { Resolution = 16, ChannelBase = 128, MostChannels = 16, Latent = 16 },
                Augmentation = AugmentationSettings.Published(Gan32.Augmentation!.Adaptive with { PicturesToOne = 1_000 }),
            },
            Epochs = 5,
            PicturesAnEpoch = 40,
            Generated = 20,
            Network = PretrainedNetwork.SqueezeNet11.FromScratch(),
            Side = 32,
            Ways = [GeneratedWay.Real(0, training), GeneratedWay.Real(20, training), GeneratedWay.Alone(16, 4, training)],
        };
        return Of([1], [heard], true);
    }

    private static GanAugmentation Of(IReadOnlyList<ulong> seeds, IReadOnlyList<GanCase> cases, bool looks) =>
        new()
        {
            Data = [.. cases.Select(own => own.Heard.Data).DistinctBy(data => data.Id)],
            Seeds = seeds,
            Cases = cases,
            LooksAtGenerators = looks,
        };
}
