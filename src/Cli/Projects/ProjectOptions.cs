using System.CommandLine;
using Research.Data;
using Research.Pipeline;

namespace Research.Cli.Projects;

/// <summary>Options of every command that looks at a project's targets.</summary>
internal sealed class ProjectOptions
{
    public Option<string> Profile { get; } =
        new Option<string>("--profile")
        {
            Description =
                "quick (generated data), paper (the pinned recordings), sample (a part of paper's long experiments), or full (paper, and what needs a GPU).",
            DefaultValueFactory = _ => "quick",
        }.AcceptOnlyFromAmong(Profiles.Names);

    public Option<bool> Paranoid { get; } =
        new("--paranoid") { Description = "Hash every file anew instead of trusting size, times and inode." };

    public Option<string?> Catalogue { get; } =
        new("--catalogue") { Description = "An assembly of experiments of your own, instead of the package's." };

    public Option<string?> Root { get; } = new("--root") { Description = "The folder that counts as the checkout." };

    public void AddTo(Command command)
    {
        command.Add(Profile);
        command.Add(Paranoid);
        command.Add(Catalogue);
        command.Add(Root);
    }

    public ProjectSettings SettingsOf(ParseResult parsed)
    {
        string root = parsed.GetValue(Root) is { } given ? Folder(given) : Checkout.Here();
        string catalogue = parsed.GetValue(Catalogue) is { } own ? Path.GetFullPath(own) : Experiments.Catalogue.Assembly;
        return ProjectSettings.Standard(root, catalogue, Profiles.Of(parsed.GetValue(Profile)!), parsed.GetValue(Paranoid));
    }

    public Project Open(ParseResult parsed) => Project.Open(SettingsOf(parsed));

    private static string Folder(string path) =>
        Directory.Exists(path) ? Path.GetFullPath(path) : throw new UsageException($"--root {path}: there is no such folder.");
}
