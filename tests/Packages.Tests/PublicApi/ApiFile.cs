using Research.Tests;

namespace Research.Packages.Tests.PublicApi;

/// <summary>The committed list of a package's public members: packaging/api/PACKAGE.txt, a member a line.</summary>
internal static class ApiFile
{
    /// <summary>Set to have the test write the lists instead of comparing them.</summary>
    public const string AcceptVariable = "RESEARCH_ACCEPT_API";

    private const string HowToAccept = $"""
        If that is meant: {AcceptVariable}=1 dotnet tests/Packages.Tests/bin/Release/net10.0/Research.Packages.Tests.dll -class '*PublicApiTests',
        and commit packaging/api with a line in CHANGELOG.md. What is not meant for others is internal.
        """;

    public static string PathOf(string package) => Path.Combine(RealData.Repository(), "packaging", "api", package + ".txt");

    /// <summary>What was added and lost, and how to accept it; empty where nothing was.</summary>
    /// <param name="committed">Lines of the list; null where there is none.</param>
    /// <param name="actual">Lines of the assembly.</param>
    public static string Difference(string package, IReadOnlyList<string>? committed, IReadOnlyList<string> actual)
    {
        IEnumerable<string> added = actual.Except(committed ?? []).Select(member => $"+ {member}");
        IEnumerable<string> lost = (committed ?? []).Except(actual).Select(member => $"- {member}");
        string[] all = [.. added, .. lost];
        return all.Length == 0 ? "" : $"{package}: its public members changed:\n{string.Join('\n', all)}\n{HowToAccept}";
    }
}
