using System.Diagnostics;
using Research.Tests;

namespace Research.Architecture.Tests;

/// <summary>The compiler is run by content: an edit that puts the time back is compiled too (Directory.Build.targets).</summary>
public class ContentBuildTests
{
    [Fact]
    public void An_edit_that_keeps_the_time_is_compiled()
    {
        string folder = Path.Combine(RealData.Repository(), "artifacts", "content", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            string source = Path.Combine(folder, "Program.cs");
            File.WriteAllText(source, "System.Console.WriteLine(\"old\");\n");
            File.WriteAllText(
                Path.Combine(folder, "Content.csproj"),
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile><RestoreLockedMode>false</RestoreLockedMode></PropertyGroup></Project>"
            );
            DateTime time = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            File.SetLastWriteTimeUtc(source, time);
            Run(folder, "build", folder, "-c", "Release", "-nodeReuse:false", "--nologo");
            string program = Path.Combine(folder, "bin", "Release", "net10.0", "Research.Content.dll");
            Assert.Equal("old", Run(folder, program).Trim());
            File.WriteAllText(source, "System.Console.WriteLine(\"new\");\n");
            File.SetLastWriteTimeUtc(source, time);
            Run(folder, "build", folder, "-c", "Release", "-nodeReuse:false", "--nologo");
            Assert.Equal("new", Run(folder, program).Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string folder, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder }
        )!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
