using Research.Tests;

namespace Research.Build.Tests.Launchers;

/// <summary>A checkout whose build is one line of code, which says its arguments.</summary>
internal static class TinyCheckout
{
    public static void Write(string root, params string[] scripts)
    {
        foreach (string folder in new[] { "src", "experiments", "build" })
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        foreach (string script in scripts)
        {
            File.Copy(Path.Combine(RealData.Repository(), script), Path.Combine(root, script));
        }

        File.WriteAllText(
            Path.Combine(root, "build", "Build.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><AssemblyName>Research.Build</AssemblyName><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup></Project>"""
        );
        Says(root, "ours");
    }

    /// <summary>Has its program say that, then its arguments with bars between.</summary>
    public static void Says(string root, string word) =>
        File.WriteAllText(
            Path.Combine(root, "build", "Program.cs"),
            $"System.Console.WriteLine((\"{word} \" + string.Join('|', args)).Trim());"
        );
}
