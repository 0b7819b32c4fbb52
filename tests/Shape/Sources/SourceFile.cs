using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Research.Shape.Sources;

/// <summary>One C# file, parsed.</summary>
public sealed class SourceFile
{
    /// <summary>Path below the project's folder, with slashes.</summary>
    public required string Path { get; init; }

    public required string Text { get; init; }

    public required CompilationUnitSyntax Root { get; init; }

    /// <summary>The folder below the project's; "." for the project's own.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : ".";

    /// <summary>Lines of text.</summary>
    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <param name="project">The project's folder.</param>
    /// <param name="path">The file's full path.</param>
    public static SourceFile Read(string project, string path) =>
        Parse(System.IO.Path.GetRelativePath(project, path).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n"));

    /// <param name="path">Below the project's folder.</param>
    public static SourceFile Parse(string path, string text) =>
        new()
        {
            Path = path,
            Text = text,
            Root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot(),
        };

    /// <summary>The line on which a node starts, from 1.</summary>
    public int LineOf(int position) => Root.SyntaxTree.GetLineSpan(new(position, 0)).StartLinePosition.Line + 1;
}
