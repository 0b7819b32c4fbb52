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

    /// <summary>Has its build make another program, in another folder, for the engine torchsharp.</summary>
    public static void HasTwoEngines(string root)
    {
        File.WriteAllText(
            Path.Combine(root, "Directory.Build.props"),
            """<Project><PropertyGroup Condition="'$(Torch)' == 'TorchSharp'"><BaseIntermediateOutputPath>obj/torchsharp/</BaseIntermediateOutputPath><BaseOutputPath>bin/torchsharp/</BaseOutputPath><DefineConstants>$(DefineConstants);TORCHSHARP</DefineConstants><DefaultItemExcludes>$(DefaultItemExcludes);obj/**;bin/**</DefaultItemExcludes></PropertyGroup></Project>"""
        );
        File.WriteAllText(
            Path.Combine(root, "build", "Program.cs"),
            """
            #if TORCHSHARP
            System.Console.WriteLine("theirs " + System.Environment.GetEnvironmentVariable("OMP_NUM_THREADS"));
            #else
            System.Console.WriteLine("ours");
            #endif
            """
        );
    }

    /// <summary>Has its program say that, then its arguments with bars between.</summary>
    public static void Says(string root, string word) =>
        File.WriteAllText(
            Path.Combine(root, "build", "Program.cs"),
            $"System.Console.WriteLine((\"{word} \" + string.Join('|', args)).Trim());"
        );
}
