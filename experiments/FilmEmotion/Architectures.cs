using Research.Models.Networks.Generative;

namespace Research.Experiments.FilmEmotion;

/// <summary>How large are the networks, and how much of them is trained where all but the last layer is frozen?</summary>
/// <remarks>
/// <para>Follows: sections 5.4 and 5.6 (claims film-emotion-001 to 008). Each network is made with ImageNet's 1,000 classes and counted; nothing is trained. Inception's printed total leaves out the
/// auxiliary output, which the thesis trains all the same. The generator is that of the public code's configuration 'auto' at 256 pixels, with two mapping layers; 'paper256', after which the thesis's file
/// of first weights is named, has eight and 24,767,458 parameters.</para>
/// <para>In profile quick: two of the networks. Run: ./build.sh --target FilmEmotion.Architectures --profile paper.</para>
/// </remarks>
internal sealed record Architectures : Experiment, IStudyExperiment
{
    private const string Quantity = "parameters";
    private const int ImageNetClasses = 1000;

    public override string Question =>
        "How large are the networks, and how much of them is trained where all but the last layer is frozen?";

    // Models
    public required NetworkSizesTrial Sizes { get; init; }

    public static int Order => 5;

    public static Experiment In(Profile profile) =>
        new Architectures
        {
            Data = [],
            Seeds = [1],
            Sizes = new()
            {
                Networks = profile.UsesRecordings()
                    ? FilmNetworks.Published
                    : [.. FilmNetworks.Published.Where(own => own.Name is FilmNetworks.SqueezeNet or FilmNetworks.DenseNet)],
                Classes = ImageNetClasses,
                Gan = profile.UsesRecordings() ? StyleGanSettings.Published256 : null,
            },
        };

    public override IReadOnlyList<Trial> Trials => [Sizes];

    public override IReadOnlyList<Chart> Charts() =>
        [
            new BarChart(
                Quantity,
                "Numbers that a network learns",
                "With 1,000 classes, without auxiliary outputs. Frozen, only the last layer learns: for four classes a 250th of what it has here."
            )
            {
                Labels = ["network"],
                Value = new("all", Quantity),
            },
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        TrialResult counted = inputs.Of(Sizes);
        var table = new ResultTable(
            Quantity,
            Column.Text("network"),
            Column.Count("all"),
            Column.Count("last_layer"),
            Column.Count("auxiliary_output")
        );
        var figures = new List<Figure>();
        foreach ((string name, _) in Sizes.Networks)
        {
            double auxiliary = counted.Number(NetworkSizesTrial.AuxiliaryOf(name));
            double all = counted.Number(name) - auxiliary;
            table.Add(name, (int)all, (int)counted.Number(NetworkSizesTrial.LastLayerOf(name)), (int)auxiliary);
            figures.Add(FigureOf(name, name, all));
        }

        if (Sizes.Gan is { } gan)
        {
            foreach (string part in new[] { NetworkSizesTrial.Generator, NetworkSizesTrial.Discriminator })
            {
                string name = FormattableString.Invariant($"stylegan2-ada {part} {gan.Resolution}");
                table.Add(name, (int)counted.Number(part), null, null);
                figures.Add(FigureOf(name, name, counted.Number(part)));
            }
        }

        return new(figures, [table]);
    }

    private static Figure FigureOf(string variant, string model, double count) =>
        Figure.Number(variant, "", Quantity, count) with
        {
            Answers = FilmClaims.Key("architectures", Quantity) with { Dataset = "", Model = model },
        };
}
