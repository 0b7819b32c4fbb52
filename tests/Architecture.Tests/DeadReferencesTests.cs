using Microsoft.CodeAnalysis.CSharp.Syntax;
using Research.Shape.Sources;

namespace Research.Architecture.Tests;

/// <summary>A project references what its code names, and nothing more.</summary>
public class DeadReferencesTests
{
    // Where a package's namespace is not its name.
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["Microsoft.CodeAnalysis.CSharp"] = "Microsoft.CodeAnalysis",
        ["Polly.Core"] = "Polly",
        ["$(LibTorch)"] = "TorchSharp",
        ["ZstdSharp.Port"] = "ZstdSharp",
    };

    [Fact]
    public void Every_referenced_project_is_used() =>
        Offence.AssertOnlyKnown(
            Checkout.Projects.SelectMany(project =>
                project
                    .Projects.Except(Used(project))
                    .Select(name => new Offence($"{project.Name} -> {name}", "no code uses it; take the reference out."))
            ),
            ["Runner -> Corpora", "Runner -> Evaluation"] // one package brings whoever writes an experiment all that it is made of
        );

    [Fact]
    public void Every_referenced_package_is_used() =>
        Offence.AssertOnlyKnown(
            Checkout.Projects.SelectMany(project =>
                project
                    .Packages.Where(package => !Names(project, Namespaces.GetValueOrDefault(package, package)))
                    .Select(package => new Offence($"{project.Name} -> {package}", "no code uses it; take the reference out."))
            ),
            []
        );

    private static IEnumerable<string> Used(SourceProject project) =>
        project.Files.SelectMany(Checkout.Types.MentionedIn).Select(type => type.Project.Name).Distinct();

    private static bool Names(SourceProject project, string space) =>
        project
            .Files.SelectMany(file => file.Root.DescendantNodes().OfType<NameSyntax>())
            .Any(name => name.ToString() == space || name.ToString().StartsWith($"{space}.", StringComparison.Ordinal));
}
