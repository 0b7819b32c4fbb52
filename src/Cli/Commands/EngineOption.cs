using System.CommandLine;
using Research.Pipeline.Engines;

namespace Research.Cli.Commands;

/// <summary>--engine: the scripts read it to compile the program that is asked for; a program refuses the engine that it is not.</summary>
internal sealed class EngineOption : Option<string>
{
    public EngineOption()
        : base("--engine")
    {
        Description =
            "Tensor engine: portable (the same bits everywhere) or torchsharp (libtorch; bits depend on the machine; 128 MB to fetch).";
        Recursive = true;
        DefaultValueFactory = _ => TensorEngine.Compiled;
        this.AcceptOnlyFromAmong(TensorEngine.Names);
        Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var name }] && TensorEngine.Names.Contains(name) && name != TensorEngine.Compiled)
            {
                given.AddError(
                    $"--engine {name}: this program has the engine {TensorEngine.Compiled}. In a checkout, ./build.sh and ./research.sh compile the other."
                );
            }
        });
    }
}
