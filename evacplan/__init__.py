"""evacplan: individual evacuation plans for children with medical devices at home, offline."""

__version__ = "0.1.0"
