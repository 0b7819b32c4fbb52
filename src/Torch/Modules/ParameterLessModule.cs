using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module with nothing to learn.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>
{
    protected ParameterLessModule(string name)
        : base(name) { }
}
