using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Research.Numerics;

namespace Research.SelfTests;

/// <summary>A copy of the small workspace: sources, data, a package, a resource; compiled here, run by the tool in its own processes.</summary>
public sealed class SmallWorkspace : IDisposable
{
    private const string Prefix = "workspace/";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is var name
                && (
                    name.StartsWith("System.", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.CSharp", StringComparison.Ordinal)
                    || name.StartsWith("Research.", StringComparison.Ordinal)
                )
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly string _top;

    private SmallWorkspace(string top, string root, string cache) => (_top, Root, Cache) = (top, root, cache);

    public string Root { get; }

    public string Cache { get; }

    public string Catalogue => Path.Combine(Root, "bin", "Workspace.dll");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>A fresh copy in a temporary folder, compiled.</summary>
    public static SmallWorkspace Create()
    {
        string top = Directory.CreateTempSubdirectory("research-selftest-").FullName;
        var workspace = new SmallWorkspace(top, Path.Combine(top, "workspace"), Path.Combine(top, "cache"));
        Assembly assembly = typeof(SmallWorkspace).Assembly;
        foreach (
            string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        )
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            string file = name[Prefix.Length..];
            workspace.Write(file is "a.txt" or "b.txt" ? $"data/{file}" : $"source/{file}", reader.ReadToEnd());
        }

        workspace.Compile();
        return workspace;
    }

    /// <summary>The same workspace in another folder, with the same cache, as a clone of it would be.</summary>
    public SmallWorkspace Clone()
    {
        var clone = new SmallWorkspace(_top, Path.Combine(_top, "clone"), Cache);
        foreach (string folder in new[] { "source", "data" })
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, folder)))
            {
                clone.Write($"{folder}/{Path.GetFileName(file)}", File.ReadAllText(file));
            }
        }

        clone.Compile();
        return clone;
    }

    public string PathOf(string file) => Path.Combine(Root, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Replaces the one place where a text stands, and compiles.</summary>
    public void Edit(string file, string old, string now)
    {
        string text = Read($"source/{file}");
        if (text.Split(old).Length != 2)
        {
            throw new ResearchException(
                $"The workspace's {file} has '{old}' {text.Split(old).Length - 1} times; once is needed."
            );
        }

        Write($"source/{file}", text.Replace(old, now, StringComparison.Ordinal));
        Compile();
    }

    public void Compile()
    {
        Directory.CreateDirectory(Path.Combine(Root, "bin"));
        string package = Path.Combine(Root, "bin", "Packaged.dll");
        Emit(package, "Packaged", ["Library.cs"], References, []);
        string[] sources =
        [
            .. Directory
                .GetFiles(PathOf("source"), "*.cs")
                .Select(path => Path.GetFileName(path))
                .Where(name => name != "Library.cs")
                .Order(StringComparer.Ordinal),
        ];
        byte[] weight = File.ReadAllBytes(PathOf("source/weight.txt"));
        var resource = new ResourceDescription("weight.txt", () => new MemoryStream(weight), isPublic: true);
        Emit(Catalogue, "Workspace", sources, [.. References, MetadataReference.CreateFromFile(package)], [resource]);
    }

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_top, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_top, recursive: true);
    }

    // Written beside and moved into place: a process that has the old one mapped keeps it.
    private void Emit(string path, string name, string[] sources, MetadataReference[] references, ResourceDescription[] resources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees =
        [
            .. sources.Select(file => CSharpSyntaxTree.ParseText(Read($"source/{file}"), parse, $"/_/{file}")),
            CSharpSyntaxTree.ParseText(Usings, parse, "/_/Usings.cs"),
        ];
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable
        );
        var compilation = CSharpCompilation.Create(name, trees, references, options);
        string fresh = path + ".new";
        using (FileStream stream = File.Create(fresh))
        {
            var result = compilation.Emit(stream, manifestResources: resources);
            if (!result.Success)
            {
                throw new ResearchException(
                    $"The workspace does not compile: {string.Join(" ", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3))}"
                );
            }
        }

        File.Move(fresh, path, overwrite: true);
    }

    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;";
}
