using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Research.Tests;

namespace Research.Cli.Tests.Docs;

/// <summary>The examples of docs/adding.md, and of a kind of chart in docs/report.md: the files that a section shows, compiled together as a part of their project and of its tests.</summary>
internal static partial class AddingPage
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Xunit;
        """;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable
    );

    /// <summary>Sections that show whole files, by heading: those files.</summary>
    public static IReadOnlyDictionary<string, string[]> Sections { get; } =
        new[] { "adding.md", "report.md" }
            .SelectMany(page => Headings().Split(TextOf(page)))
            .Select(section => (Heading: section.Split('\n')[0], Files: FilesOf(section)))
            .Where(section => section.Files.Length > 0)
            .ToDictionary(section => section.Heading, section => section.Files);

    /// <summary>The member that declares an experiment's charts, as docs/report.md shows it.</summary>
    public static string Charts { get; } =
        Blocks()
            .Matches(TextOf("report.md"))
            .Select(block => block.Groups["code"].Value)
            .Single(code => code.StartsWith("public override IReadOnlyList<Chart> Charts()", StringComparison.Ordinal));

    /// <summary>What the compiler says against the files of a section.</summary>
    public static string[] ErrorsOf(IReadOnlyList<string> files)
    {
        string project = ProjectOf(files);
        return
        [
            .. CSharpCompilation
                .Create(
                    $"Research.{project}.Tests", // which may use what is internal there
                    [
                        .. files
                            .Append(ImplicitUsings)
                            .Append(UsingsOf(project))
                            .Append(OwnTool(files))
                            .Select(text => CSharpSyntaxTree.ParseText(text)),
                    ],
                    References(),
                    Options
                )
                .GetDiagnostics()
                .Where(found => found.Severity == DiagnosticSeverity.Error)
                .Select(found => found.ToString()),
        ];
    }

    private static string TextOf(string page) =>
        File.ReadAllText(Path.Combine(RealData.Repository(), "docs", page)).ReplaceLineEndings("\n");

    // A file without a namespace is one of a dataset.
    private static string ProjectOf(IReadOnlyList<string> files) =>
        Namespaces().Match(files[0]) is { Success: true } found ? found.Groups["project"].Value : "Data";

    // What the project says in its .csproj that every file uses.
    private static string UsingsOf(string project)
    {
        string file =
            project == "Experiments"
                ? Path.Combine(RealData.Repository(), "experiments", "Experiments.csproj")
                : Path.Combine(RealData.Repository(), "src", project, $"{project}.csproj");
        return string.Concat(
            XDocument.Load(file).Descendants("Using").Select(used => $"global using {used.Attribute("Include")!.Value};\n")
        );
    }

    // The commands' tests have it in their own project.
    private static string OwnTool(IReadOnlyList<string> files) =>
        files.Any(file => file.Contains("Tool.Run(", StringComparison.Ordinal))
            ? File.ReadAllText(Path.Combine(RealData.Repository(), "tests", "Cli.Tests", "Tool.cs"))
            : "";

    private static MetadataReference[] References() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => !path.EndsWith("Research.Cli.Tests.dll", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];

    private static string[] FilesOf(string section) =>
        [
            .. Blocks()
                .Matches(section)
                .Select(block => block.Groups["code"].Value)
                .Where(code => code.StartsWith("using ", StringComparison.Ordinal)),
        ];

    [GeneratedRegex("^##+ ", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^namespace Research\.(?<project>\w+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();
}
