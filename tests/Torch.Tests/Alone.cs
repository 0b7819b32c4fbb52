namespace Research.Torch.Tests;

/// <summary>Tests of what the whole process shares (threads, the memory pool): one after another, while no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "Alone";
}
