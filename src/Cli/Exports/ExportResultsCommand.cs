using System.CommandLine;
using Research.Cli.Commands;
using Research.Data;
using Research.Pipeline;
using Research.Report.Exports;

namespace Research.Cli.Exports;

/// <summary>research export: the committed results in standard formats, without running anything.</summary>
internal sealed class ExportResultsCommand : ITopLevelCommand
{
    public Command Create()
    {
        var formats = new Argument<string[]>("format")
        {
            Description =
                $"All when none is named. {string.Join("; ", ExportFiles.Formats.Select(format => $"{format.Name} ({format.Description})"))}.",
            Arity = ArgumentArity.ZeroOrMore,
            HelpName = "format",
        };
        formats.CompletionSources.Add([.. ExportFiles.Formats.Select(format => format.Name)]);
        var profile = new Option<string>("--profile")
        {
            Description = "Whose committed results: paper (recordings) or quick (generated data).",
            DefaultValueFactory = _ => "paper",
        }.AcceptOnlyFromAmong("paper", "quick");
        var output = new Option<string?>("--output")
        {
            Description =
                "Folder to write to, made where it is not there; artifacts/export/PROFILE of the checkout when not given. '.' writes beside the results.",
        };
        return new ToolCommand(
            "export",
            "Writes the committed results in standard formats (RO-Crate, CODECHECK, Croissant, CycloneDX, citations, model cards, verdicts); runs nothing.",
            [
                "research export",
                "research export ro-crate --output crate",
                "research export verdicts bibtex --profile paper --output shared",
                "research export zenodo codemeta codecheck --output .",
            ]
        )
            .Taking(formats, profile, output)
            .Doing(parsed => Write(parsed.GetValue(formats)!, parsed.GetValue(profile)!, parsed.GetValue(output)));
    }

    private static int Write(string[] formats, string profile, string? output)
    {
        string root = Checkout.Here();
        string folder = Path.GetFullPath(
            output switch
            {
                null => Path.Combine(root, "artifacts", "export", profile),
                "" => throw new UsageException("--output: name a folder, or leave it out."),
                _ => output,
            }
        );
        (IReadOnlyList<string> paths, IReadOnlyList<string> notes) = ExportFiles.Write(root, profile, formats, folder);
        foreach (string path in paths.Where(path => !path.StartsWith("results/", StringComparison.Ordinal)))
        {
            Terminal.Say(path);
        }

        foreach (string note in notes)
        {
            Terminal.Complain($"research: {note}");
        }

        Terminal.Say(FormattableString.Invariant($"{paths.Count} files of profile {profile} in {folder}"));
        return ExitCodes.Well;
    }
}
