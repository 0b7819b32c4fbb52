using System.Text;
using Research.Report.Claims;
using Research.Report.Exports.Input;
using Research.Report.Exports.Text;
using Research.Report.Input;

namespace Research.Report.Exports.Formats;

/// <summary>codecheck.yml, version 2.0: which files a codechecker makes again, by which commands, and which published figures stand in them.</summary>
/// <remarks>
/// <para>What an author can say. codechecker, report, summary and certificate are the codechecker's to add, and ORCIDs stand here when CITATION.cff has them.</para>
/// <para>Source: https://codecheck.org.uk/spec/config/2.0/. Claims are a node of our own, which the specification allows.</para>
/// </remarks>
internal static class Codecheck
{
    private const string File = "codecheck.yml";

    public static IEnumerable<ExportedFile> Of(ExportInput input)
    {
        Made[] made = [.. input.Experiments.Select(experiment => MadeBy(input, experiment)).OfType<Made>()];
        Answered[] answered = [.. input.Report.Studies.SelectMany(study => AnsweredIn(input, study, made))];
        yield return ExportedFile.OfText(File, Yaml(input, made, answered));
        foreach (Made item in made)
        {
            yield return new(item.Table.Path, item.Table.Bytes);
        }
    }

    private static string Yaml(ExportInput input, IReadOnlyList<Made> made, IReadOnlyList<Answered> answered)
    {
        var yaml = new StringBuilder("%YAML 1.1\n---\nversion: https://codecheck.org.uk/spec/config/2.0/\n\n");
        yaml.Append("paper:\n").Append("  title: ").Append(JsonText.Quoted(input.Citation.Title)).Append("\n  authors:\n");
        foreach (Author author in input.Citation.Authors)
        {
            yaml.Append("    - name: ").Append(JsonText.Quoted(author.Name)).Append('\n');
            yaml.Append(author.Orcid.Length > 0 ? $"      ORCID: {author.Orcid}\n" : "");
        }

        yaml.Append("  reference: ").Append(JsonText.Quoted(Reference(input))).Append('\n');
        AppendAddresses(yaml, input);
        yaml.Append("\nmanifest:\n");
        foreach (Made item in made)
        {
            yaml.Append("  - file: ").Append(item.Table.Path).Append('\n');
            int figures = answered.Count(answer => answer.By == item);
            yaml.Append("    comment: ").Append(JsonText.Quoted(Comment(input, item, figures))).Append('\n');
        }

        yaml.Append("\nsource: ").Append(JsonText.Quoted(Source(input))).Append('\n');
        AppendClaims(yaml, input, answered);
        return yaml.ToString();
    }

    private static void AppendAddresses(StringBuilder yaml, ExportInput input)
    {
        string[] addresses = [.. input.Documents.Select(document => document.Address).Where(address => address.Length > 0)];
        yaml.Append(addresses.Length > 0 ? "  reference-other:\n" : "");
        foreach (string address in addresses)
        {
            yaml.Append("    - ").Append(address).Append('\n');
        }
    }

    private static string Reference(ExportInput input) =>
        input.Citation.Repository.Length > 0
            ? input.Citation.Repository
            : $"Version {input.Citation.Version} of the package, {input.Citation.Released}; it reproduces figures of {string.Join("; ", input.Documents.Select(document => $"{string.Join(", ", document.Authors.Select(author => author.Name))}: {document.Title}"))}";

    private static string Comment(ExportInput input, Made item, int figures) =>
        $"{item.By.Folder.Description.Question} Made by {item.By.CommandIn(input.Profile)}{(figures == 0 ? "" : $"; holds {figures} of the research_claims")}";

    private static string Data(ExportInput input) =>
        input.Report.Graph.UsesRecordings
            ? "It fetches and verifies the data that datasets.lock pins;"
            : "It generates its data, offline, and verifies them by datasets.lock;";

    private static string Source(ExportInput input) =>
        $"All tables: {input.Command}. {Data(input)} {input.PathOf("REPORT.md")} is the report of them.";

    private static void AppendClaims(StringBuilder yaml, ExportInput input, IReadOnlyList<Answered> answered)
    {
        yaml.Append("\nresearch_claims:").Append(answered.Count == 0 ? " []\n" : "\n");
        foreach (Answered item in answered)
        {
            yaml.Append("  - claim: ").Append(item.Row.Id).Append('\n');
            yaml.Append("    file: ").Append(item.By.Table.Path).Append('\n');
            yaml.Append("    command: ").Append(JsonText.Quoted(item.By.By.CommandIn(input.Profile))).Append('\n');
            yaml.Append("    published: ").Append(item.Row.Published).Append('\n');
            yaml.Append(item.Row.Ours.Length > 0 ? $"    ours: {item.Row.Ours}\n" : "");
            yaml.Append("    verdict: ").Append(JsonText.Quoted(item.Row.Outcome?.Words() ?? item.Row.Verdict)).Append('\n');
        }
    }

    private static Made? MadeBy(ExportInput input, ExportedExperiment experiment) =>
        input.FindResult(experiment.Study.Name, experiment.Name, $"{ResultFolder.Summary}.csv") is { } table
            ? new(experiment, table)
            : null;

    // A duration is of one machine and not made again.
    private static IEnumerable<Answered> AnsweredIn(ExportInput input, StudyInput study, IReadOnlyList<Made> made) =>
        from row in input.ClaimsOf(study)
        where row.Outcome is not Outcome.Timed
        from item in made
        where item.By.Target == row.Target
        select new Answered(row, item);

    private sealed record Made(ExportedExperiment By, RepositoryFile Table);

    private sealed record Answered(ClaimRow Row, Made By);
}
