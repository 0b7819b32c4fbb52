using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Research.Packages.Tests.Guide;

/// <summary>A program in one file, compiled in memory as the SDK would with implicit usings, and run in this process.</summary>
internal static class CompiledProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.ConsoleApplication,
        nullableContextOptions: NullableContextOptions.Enable
    );

    // Those that a project with these packages sees, the framework's among them.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Runs the program in an empty folder.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="InvalidDataException">It does not compile; the message says why.</exception>
    public static string Run(string program)
    {
        using var code = new MemoryStream();
        EmitResult result = CSharpCompilation
            .Create(
                "Example",
                [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program)],
                References,
                Options
            )
            .Emit(code);
        string[] errors =
        [
            .. result.Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.ToString()),
        ];
        if (errors.Length > 0)
        {
            throw new InvalidDataException(string.Join('\n', errors));
        }

        return Captured(Assembly.Load(code.ToArray()).EntryPoint!);
    }

    private static string Captured(MethodInfo main)
    {
        (TextWriter output, string folder) = (Console.Out, Directory.GetCurrentDirectory());
        string fresh = Directory.CreateTempSubdirectory("research-test-").FullName;
        using var text = new StringWriter();
        try
        {
            Console.SetOut(text);
            Directory.SetCurrentDirectory(fresh);
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
            return text.ToString().ReplaceLineEndings("\n");
        }
        finally
        {
            Console.SetOut(output);
            Directory.SetCurrentDirectory(folder);
            Directory.Delete(fresh, recursive: true);
        }
    }
}
