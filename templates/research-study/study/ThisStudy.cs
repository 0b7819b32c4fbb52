using Research.Runner;

namespace My_Study;

/// <summary>Replace this by what your study asks; the report shows it.</summary>
public sealed class ThisStudy : OwnStudy
{
    public override string Title => "My-Study";
}
