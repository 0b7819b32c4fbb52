using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Data;
using Research.Evaluation.Recognition;
using Research.Numerics;
using Research.Results.Charts;
using Research.Results.Svg;
using Research.Results.Tables;

namespace Research.Cli.Models;

/// <summary>What predict --plot draws: the probabilities of a recording's likeliest classes, window after window.</summary>
internal sealed class PredictionPlot
{
    private const string Time = "time";
    private const string Class = "class";
    private const string Probability = "probability";
    private const int MostClasses = 8; // as many as there are colours

    private readonly string _path;

    private PredictionPlot(string path) => _path = path;

    public static Option<string?> Option() =>
        new("--plot")
        {
            Description =
                "Draws the probabilities over time as well, into this SVG file; for a model that hears a recording window by window.",
            HelpName = "file.svg",
        };

    /// <summary>Null where none is wanted.</summary>
    /// <exception cref="UsageException">The file is not named as an SVG.</exception>
    public static PredictionPlot? To(string? path) => path is null ? null : new(PlotPath.Checked(path));

    /// <summary>Draws and writes it; nothing where the recording could not be recognised.</summary>
    public void Save(Prediction prediction, ModelCard card)
    {
        if (prediction.Error is null)
        {
            File.WriteAllText(_path, SvgFile.Of(Draw(prediction, card)));
        }
    }

    internal static Drawing Draw(Prediction prediction, ModelCard card)
    {
        int[] shown = Likeliest(prediction.Windows, card.Labels.Count);
        string rest = shown.Length < card.Labels.Count ? $" The {shown.Length} likeliest of {card.Labels.Count} classes." : "";
        var chart = new LineChart(
            Probability,
            $"{Path.GetFileName(prediction.File)}: {prediction.Classes[0].Label}",
            $"Probabilities of {prediction.Windows.Count} windows, at the middle of each.{rest}"
        )
        {
            X = new(Time, "time, s"),
            Ys = [Probability],
            YTitle = Probability,
            Series = Class,
        };
        CsvTable table = TableOf(prediction.Windows, shown, card.Labels);
        return chart.Draw(_ => table).Single();
    }

    private static int[] Likeliest(IReadOnlyList<WindowPrediction> windows, int classes) =>
        [
            .. Enumerable
                .Range(0, classes)
                .OrderByDescending(c => windows.Max(window => window.Probabilities[c]))
                .Take(MostClasses)
                .OrderByDescending(c => OrderedSum.Mean([.. windows.Select(window => window.Probabilities[c])])),
        ];

    private static CsvTable TableOf(IReadOnlyList<WindowPrediction> windows, int[] shown, IReadOnlyList<string> labels) =>
        new(
            [Time, Class, Probability],
            [
                .. from c in shown
                from window in windows
                select new[] { Text(0.5 * (window.StartSeconds + window.EndSeconds)), labels[c], Text(window.Probabilities[c]) },
            ]
        );

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
