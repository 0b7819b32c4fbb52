namespace Research.Numerics.LinearAlgebra;

/// <summary>The right factor of a product, handed to the kernel in panels: a few columns, row after row.</summary>
/// <remarks>What lies behind may be a matrix, or an image whose patches are the columns and are never written out as a whole.</remarks>
public unsafe interface IPanels<T>
    where T : unmanaged
{
    /// <summary>Writes rows depth … depth + depths − 1 of some columns.</summary>
    /// <param name="width">Columns of a panel; the last is filled up, its surplus may hold anything.</param>
    /// <param name="target">[panels][depths][width].</param>
    void Pack(int depth, int depths, int column, int columns, int width, T* target);
}
